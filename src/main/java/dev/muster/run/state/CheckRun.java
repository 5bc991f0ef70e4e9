package dev.muster.run.state;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks, one after another.
 *
 * @param series how often a person took the work over since the round began; what they did is checked from the first on
 * @param index of the check that is next, runs, or has failed
 * @param failed how that check failed, as long as nobody said what follows
 * @param findings what goes back to agents once all checks have run
 */
public record CheckRun(
        int series,
        int index,
        @Nullable OpenCheck open,
        @Nullable CheckResult failed,
        List<Finding> findings) {
    public static final CheckRun START = new CheckRun(0, 0, null, null, List.of());

    public CheckRun {
        findings = List.copyOf(findings);
    }

    public CheckRun nextSeries() {
        return new CheckRun(series + 1, 0, null, null, List.of());
    }

    public CheckRun started(OpenCheck check) {
        return new CheckRun(series, index, check, null, findings);
    }

    public CheckRun finished(CheckResult result) {
        return result.passed()
                ? new CheckRun(series, index + 1, null, null, findings)
                : new CheckRun(series, index, null, result, findings);
    }

    /** The failed check does not matter; or nothing goes back, where all have run. */
    public CheckRun passedOver() {
        return failed == null
                ? new CheckRun(series, index, null, null, List.of())
                : new CheckRun(series, index + 1, null, null, findings);
    }

    public CheckRun handedOn(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new CheckRun(series, index + 1, null, null, all);
    }

    public boolean idle() {
        return open == null && failed == null;
    }
}
