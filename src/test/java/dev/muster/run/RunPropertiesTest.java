package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.run.report.Audit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is true of every run, whatever the plan, whatever comes in and in whichever order. */
class RunPropertiesTest {
    private static final int RUNS = OnDemand.size("run.properties", 400, 200_000);
    private static final long SEED = Long.getLong("run.properties.seed", 0);

    @Test
    void every_run_keeps_the_rules() {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            RandomRun run = new RandomRun(seed);
            try {
                run.play();
                assertThat(Audit.verify(
                                "r" + seed, run.bench().log(), run.bench().chain()))
                        .isEmpty();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("run " + seed + ": " + e.getMessage() + told(run), e);
            }
            run.umpire().counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
        }
        assertThat(counts)
                .as("a property that nothing comes near to proves nothing")
                .containsKeys(
                        "AskWithdrawn",
                        "AttemptClaimed",
                        "AttemptProgressed",
                        "AttemptRedelivered",
                        "GateOverridden",
                        "HandedBack",
                        "LimitRaised",
                        "LimitReached",
                        "PhaseSkipped",
                        "RetryScheduled",
                        "ReworkOrdered",
                        "RoundBegun",
                        "ScopeFrozen",
                        "FollowUpRecorded",
                        "TakenOver",
                        "ended BLOCKED",
                        "ended CANCELLED",
                        "ended COMPLETED",
                        "ended FAILED");
    }

    /** What happened, for whoever has to find out why. */
    private static String told(RandomRun run) {
        StringBuilder told = new StringBuilder("\nThe run:\n");
        run.bench().log().forEach(logged -> told.append(logged.json()).append('\n'));
        return told.toString();
    }
}
