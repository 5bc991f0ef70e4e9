package dev.muster.app.policies;

import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import dev.muster.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of policy packs says about each.
 *
 * @param version the one that plans; absent where the pack is broken
 * @param since when it began to; absent likewise
 * @param filesVersion what the files are, which is another version where they cannot be used or somebody rolled back
 * @param rolledBack whether an older version plans because somebody wants that, until the files change
 * @param faults why the files are not served
 * @param cases how the cases of the version that plans went; absent where they have not run
 */
public record PackSummary(
        String name,
        State state,
        @Nullable String version,
        @Nullable String title,
        @Nullable Instant since,
        String filesVersion,
        boolean rolledBack,
        List<Fault> faults,
        @Nullable CaseVerdict cases) {
    public PackSummary {
        faults = List.copyOf(faults);
    }

    /** Whether a pack plans, and by its newest files. */
    public enum State {
        READY,
        DEGRADED,
        BROKEN
    }

    public static PackSummary of(InForce inForce, PackStatus standing, @Nullable CaseVerdict cases) {
        List<Fault> faults = Stream.concat(Stream.ofNullable(inForce.trouble()), standing.faults().stream())
                .toList();
        Served served = standing.served();
        return new PackSummary(
                standing.name(),
                served == null ? State.BROKEN : faults.isEmpty() ? State.READY : State.DEGRADED,
                served == null ? null : served.version(),
                served == null ? null : served.pack().title(),
                served == null ? null : served.since(),
                standing.files().version(),
                standing.rolledBack(),
                faults,
                cases);
    }
}
