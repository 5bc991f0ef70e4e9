package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.phases;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.report.Audit;
import org.junit.jupiter.api.Test;

class RunOrderTest {
    private static final Plan CHAIN = phases(
            phase("Build", step("a").done(), step("b", "a").done()),
            phase("Ship", step("c", "b").done()));

    @Test
    void steps_start_one_after_the_other_and_then_the_run_is_complete() {
        Bench run = new Bench(CHAIN);

        assertThat(run.atWork()).containsExactly("a");
        run.done("a");
        assertThat(run.atWork()).containsExactly("b");
        run.done("b");
        assertThat(run.atWork()).containsExactly("c");
        run.done("c");

        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.events(RunEvent.PhaseEnded.class))
                .extracting(RunEvent.PhaseEnded::phase)
                .containsExactly("Build", "Ship");
    }

    @Test
    void replay_gives_the_same_state_and_the_log_verifies() {
        Bench run = new Bench(CHAIN);
        run.done("a");
        run.fails("b", true);

        RunState replayed = RunState.fold(run.brief(), run.log());

        assertThat(Audit.verify("r1", run.log(), run.chain())).isEmpty();
        assertThat(replayed).usingRecursiveComparison().isEqualTo(run.state());
    }
}
