package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.OpenCall;
import dev.muster.run.turn.Times;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls here may take 30 minutes, checks 15, and runs what a test says. */
class TimeLimitsTest {
    private static final Duration CALL = Duration.ofMinutes(30);

    private static Plan plan(int minutes) {
        return PlanOf.plan(phase("Build", step("a").done(), step("b", "a").done()))
                .limits(100, 4, 3, 3, minutes, 20)
                .plan();
    }

    @Test
    void call_that_takes_too_long_is_a_timeout_and_tried_again_after_a_while() {
        Bench run = new Bench(plan(240));

        run.pass(CALL.plus(Times.GRACE).minusMillis(1));
        assertThat(run.atWork()).containsExactly("a");
        run.pass(Duration.ofMillis(1));

        assertThat(run.events(RunEvent.AttemptFinished.class))
                .singleElement()
                .satisfies(end -> assertThat(end.outcome())
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT)));
        assertThat(run.events(RunEvent.TroubleMet.class))
                .extracting(RunEvent.TroubleMet::kind)
                .containsExactly(Trouble.Kind.TIMEOUT);
        assertThat(run.atWork()).isEmpty();
        run.wake();
        assertThat(run.call("a").attempt()).isEqualTo(2);
    }

    @Test
    void result_that_comes_after_its_time_is_stale() {
        Bench run = new Bench(plan(240));
        OpenCall call = run.call("a");
        run.pass(CALL.plus(Times.GRACE));

        assertThat(run.in(new Input.AttemptResult(call.key(), 1, Bench.succeeded("late", null))))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.STALE, call.key() + " is no longer open: it has ended, or ran out of time."));
    }

    @Test
    void run_wants_to_be_woken_when_a_call_is_late() {
        Bench run = new Bench(plan(240));

        assertThat(run.wakeAt()).isEqualTo(Bench.START.plus(CALL).plus(Times.GRACE));
    }

    @Test
    void check_that_takes_too_long_does_not_pass() {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").check(OnFailure.STOP, "npm test").done())));
        run.done("a");

        run.pass(Times.CHECK.plus(Times.GRACE));

        assertThat(run.events(RunEvent.CheckFinished.class))
                .extracting(end -> end.result().status())
                .containsExactly(CheckResult.Status.TIMED_OUT);
        assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void call_is_due_by_the_end_of_the_runs_time_at_the_latest() {
        Bench run = new Bench(plan(40));
        run.pass(Duration.ofMinutes(25));
        run.done("a");

        assertThat(run.call("b").dueBy()).isEqualTo(Bench.START.plus(Duration.ofMinutes(40)));
    }

    @Test
    void run_whose_time_is_up_begins_nothing_more_and_asks() {
        Bench run = new Bench(plan(40));
        run.pass(Duration.ofMinutes(25));
        run.done("a");
        run.pass(Duration.ofMinutes(15).plus(Times.GRACE));
        run.wake();

        assertThat(run.atWork()).isEmpty();
        assertThat(run.asked().text()).isEqualTo("The run has worked 40 of 40 minutes. Raise the limit?");
    }

    @Test
    void time_in_which_only_people_can_bring_the_run_on_does_not_count() {
        Bench run = new Bench(PlanOf.plan(phase("Build", step("a").done()))
                .limits(100, 4, 3, 3, 40, 20)
                .escalation("infrastructure-approval", "owner")
                .plan());
        run.pass(Duration.ofDays(14));

        run.answers("olga", "go-on", "approved");

        assertThat(run.state().worked()).isZero();
        assertThat(run.call("a").dueBy()).isEqualTo(run.now().plus(CALL));
        run.pass(Duration.ofMinutes(10));
        run.done("a");
        assertThat(run.state().worked()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void person_at_work_may_take_as_long_as_it_takes() {
        Bench run = new Bench(Bench.brief(plan(40), ExecutorKind.PERSON), new PlannedDecisions());

        run.pass(Duration.ofDays(365));

        assertThat(run.atWork()).containsExactly("a");
        assertThat(run.wakeAt()).isNull();
        assertThat(run.state().worked()).isZero();
    }

    @Test
    void backoff_doubles_is_spread_and_bounded() {
        for (int attempt = 1; attempt < 40; attempt++) {
            long middle = Math.min(5_000L << Math.min(attempt - 1, 20), 300_000);
            for (long seed = 0; seed < 50; seed++) {
                assertThat(Times.backoff(seed, "key", attempt).toMillis()).isBetween(middle / 2, middle / 2 + middle);
            }
        }
        assertThat(Times.backoff(1, "a", 1)).isNotEqualTo(Times.backoff(1, "b", 1));
        assertThat(Times.backoff(1, "a", 1)).isEqualTo(Times.backoff(1, "a", 1));
    }
}
