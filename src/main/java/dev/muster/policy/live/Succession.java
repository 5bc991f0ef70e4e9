package dev.muster.policy.live;

import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows when files were read anew: a pack whose files did not change stays the very same object, one that can be used
 * takes the place of its predecessor, and one that cannot leaves it there.
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

    /** One pack. */
    public Standing next(@Nullable Standing before, PackFiles now, Instant at) {
        if (before != null && before.files().version().equals(now.version())) {
            return before;
        }
        if (before != null && before.served() != null && before.serves(now.version())) {
            return Standing.asFiled(before.served());
        }
        Pack earlier = before == null || before.served() == null
                ? null
                : before.served().pack();
        return switch (now.read(earlier)) {
            case PackState.Broken(String _, List<Fault> faults) -> Standing.refused(now, before, faults);
            case PackState.Loaded(Pack pack) -> admitted(pack, now, before, at);
        };
    }

    private Standing admitted(Pack pack, PackFiles now, @Nullable Standing before, Instant at) {
        List<Fault> red = pack.settings().casesMustPass() ? cases.apply(pack).red() : List.of();
        return red.isEmpty() ? Standing.asFiled(new Served(pack, now, at)) : Standing.refused(now, before, red);
    }
}
