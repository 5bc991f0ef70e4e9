package dev.muster.policy.live;

import dev.muster.policy.Losses;
import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows when files were read anew: a pack whose files did not change stays the very same object, one that can be used
 * takes the place of its predecessor, and one that cannot leaves it there. Rules that are missing are no wish to be without them
 * before that has been so for a while, and an empty file is none at all.
 *
 * @param cases how cases go; only asked where a pack says {@code casesMustPass}
 */
public record Succession(Function<Pack, CaseVerdict> cases) {

    /** All packs of the files, and no other. */
    public InForce next(InForce before, Map<String, PackFiles> files, Instant at) {
        return InForce.of(files.values().stream()
                .map(now -> next(before.find(now.name()), now, at))
                .toList());
    }

    /** One pack whose files are at rest. */
    public PackStatus next(@Nullable PackStatus before, PackFiles now, Instant at) {
        return next(before, now, Trust.WHAT_IS_GONE_TOO, at);
    }

    /** One pack. Where its files are not believed yet, it stays the very same object. */
    public PackStatus next(@Nullable PackStatus before, PackFiles now, Trust trust, Instant at) {
        try {
            return decided(before, now, trust, at);
        } catch (RuntimeException | Error e) { // whatever it is, it is of this pack alone
            Place place = new Place(now.name() + "/pack.yaml", 1, 1);
            String message = "Taking the pack over failed, which should not happen: " + e + ". Please report it.";
            return PackStatus.refused(now, before, List.of(new Fault(place, message)));
        }
    }

    private PackStatus decided(@Nullable PackStatus before, PackFiles now, Trust trust, Instant at) {
        if (before != null && before.files().version().equals(now.version())) {
            return before;
        }
        if (before != null && before.served() != null && before.serves(now.version())) {
            return PackStatus.asFiled(before.served());
        }
        Losses losses = before == null ? Losses.of(now) : before.losses(now);
        if (before != null && trust == Trust.WHAT_IS_THERE && !losses.areNone()) {
            return before;
        }
        List<Fault> empty = losses.faults();
        return empty.isEmpty() ? read(before, now, at) : PackStatus.refused(now, before, empty);
    }

    private PackStatus read(@Nullable PackStatus before, PackFiles now, Instant at) {
        Pack earlier = before == null || before.served() == null
                ? null
                : before.served().pack();
        return switch (now.read(earlier)) {
            case PackState.Broken(String _, List<Fault> faults) -> PackStatus.refused(now, before, faults);
            case PackState.Loaded(Pack pack) -> admitted(pack, now, before, at);
        };
    }

    private PackStatus admitted(Pack pack, PackFiles now, @Nullable PackStatus before, Instant at) {
        List<Fault> red = pack.settings().casesMustPass() ? cases.apply(pack).red() : List.of();
        return red.isEmpty() ? PackStatus.asFiled(new Served(pack, now, at)) : PackStatus.refused(now, before, red);
    }
}
