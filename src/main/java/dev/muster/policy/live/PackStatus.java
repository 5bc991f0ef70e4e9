package dev.muster.policy.live;

import dev.muster.policy.Losses;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a pack stands: what its files are, and what is served, which is an older version where the files cannot be used or where
 * somebody rolled back.
 *
 * @param files as they were last seen
 * @param served null where no version could be read yet
 * @param rolledBack whether somebody wants an older version served
 * @param faults why the files cannot be served; empty where they are, or could be
 */
public record PackStatus(PackFiles files, @Nullable Served served, boolean rolledBack, List<Fault> faults) {
    public PackStatus {
        faults = List.copyOf(faults);
    }

    static PackStatus asFiled(Served served) {
        return new PackStatus(served.files(), served, false, List.of());
    }

    /** After an edit that cannot be used. */
    static PackStatus refused(PackFiles files, @Nullable PackStatus before, List<Fault> faults) {
        return before == null
                ? new PackStatus(files, null, false, faults)
                : new PackStatus(files, before.served, before.rolledBack, faults);
    }

    /** The same files, but this version is served as long as they stay so; their own version ends that. */
    public PackStatus rolledBackTo(Served version) {
        return new PackStatus(files, version, !version.version().equals(files.version()), faults);
    }

    public String name() {
        return files.name();
    }

    /** What other files take away from the last good version, and from the files themselves where an older one is served. */
    Losses losses(PackFiles now) {
        if (served == null) {
            return Losses.of(now);
        }
        Losses lost = Losses.between(served.files(), now);
        return rolledBack ? lost.and(Losses.between(files, now)) : lost;
    }

    /** Whether a version is the one that plans. */
    public boolean serves(String version) {
        return served != null && served.version().equals(version);
    }

    /** What those see who plan. */
    PackState state() {
        return served == null ? new PackState.Broken(name(), faults) : new PackState.Loaded(served.pack());
    }
}
