package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunEvent;
import dev.muster.run.turn.Times;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that waits for a worker is not at work: its time counts from when it is fetched. Calls here may take 30 minutes. */
class WorkerTimeTest {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration RUN = Duration.ofMinutes(240);

    private static Bench run() {
        Plan plan = PlanOf.phases(phase("Build", step("a").done()));
        return new Bench(Bench.brief(plan, ExecutorKind.WORKER), new PlannedDecisions());
    }

    private static Acceptance claim(Bench run, String worker) {
        return run.in(Bench.claim(run.call("a"), worker));
    }

    private static List<Outcome> ends(Bench run) {
        return run.events(RunEvent.AttemptFinished.class).stream()
                .map(RunEvent.AttemptFinished::outcome)
                .toList();
    }

    @Test
    void call_in_the_queue_may_wait_as_long_as_the_run_has_time() {
        Bench run = run();

        run.pass(RUN.minusMinutes(1));

        assertThat(run.atWork()).containsExactly("a");
        assertThat(run.call("a").holder()).isNull();
        assertThat(run.call("a").dueBy()).isEqualTo(Bench.START.plus(RUN));
    }

    @Test
    void call_that_nobody_fetches_ends_with_the_runs_time_and_says_so() {
        Bench run = run();

        run.pass(RUN.plus(Times.GRACE));

        assertThat(ends(run))
                .containsExactly(new Outcome.Failed(
                        FailureKind.TIMEOUT,
                        "No worker of claude had fetched it by 2026-01-05T12:00:00Z.",
                        true,
                        Usage.UNKNOWN,
                        false));
    }

    @Test
    void call_that_was_fetched_has_its_whole_time_from_then_on() {
        Bench run = run();
        run.pass(Duration.ofMinutes(100));

        claim(run, "w1");

        assertThat(run.call("a").holder()).isEqualTo("w1");
        assertThat(run.call("a").dueBy()).isEqualTo(run.now().plus(LIMIT));
        assertThat(run.wakeAt()).isEqualTo(run.now().plus(LIMIT).plus(Times.GRACE));
        run.pass(LIMIT);
        assertThat(ends(run)).isEmpty();
        run.pass(Times.GRACE);
        assertThat(ends(run))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        late -> assertThat(late.message()).startsWith("a-agent had not answered"));
    }

    @Test
    void call_that_is_fetched_late_ends_with_the_runs_time_at_the_latest() {
        Bench run = run();
        run.pass(RUN.minusMinutes(10));

        claim(run, "w1");

        assertThat(run.call("a").dueBy()).isEqualTo(Bench.START.plus(RUN));
    }

    @Test
    void call_of_a_lost_worker_has_for_the_next_one_what_is_left() {
        Bench run = run();
        run.pass(Duration.ofMinutes(60));
        claim(run, "w1");
        run.pass(Duration.ofMinutes(20));

        run.in(new Input.Redeliver(run.call("a").key()));
        claim(run, "w2");

        assertThat(run.call("a").holder()).isEqualTo("w2");
        assertThat(run.call("a").fence()).isEqualTo(2);
        assertThat(run.call("a").dueBy()).isEqualTo(run.now().plus(Duration.ofMinutes(10)));
        assertThat(run.events(RunEvent.AttemptClaimed.class))
                .extracting(RunEvent.AttemptClaimed::worker, RunEvent.AttemptClaimed::fence)
                .containsExactly(tuple("w1", 1L), tuple("w2", 2L));
    }

    @Test
    void next_attempt_waits_in_the_queue_again() {
        Bench run = run();
        claim(run, "w1");
        run.pass(LIMIT.plus(Times.GRACE));
        run.wake();

        assertThat(run.call("a").attempt()).isEqualTo(2);
        assertThat(run.call("a").holder()).isNull();
        assertThat(run.call("a").dueBy()).isEqualTo(Bench.START.plus(RUN));
    }

    @Test
    void program_that_is_given_out_again_has_its_whole_time() {
        Bench run = new Bench(PlanOf.phases(phase("Build", step("a").done())));
        run.pass(Duration.ofMinutes(20));

        run.in(new Input.Redeliver(run.call("a").key()));

        assertThat(run.call("a").dueBy()).isEqualTo(run.now().plus(LIMIT));
    }

    @Test
    void call_that_is_no_workers_is_not_fetched() {
        Bench run = new Bench(PlanOf.phases(phase("Build", step("a").done())));

        assertThat(claim(run, "w1")).isInstanceOfSatisfying(Acceptance.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Acceptance.Kind.NOT_ALLOWED);
            assertThat(refused.message()).endsWith("is none that workers fetch.");
        });
        assertThat(run.in(new Input.Claimed("p1/1/r1/b/1/1", "w1", Sha256.of("c"), Proof.NONE)))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Acceptance.Kind.STALE));
    }
}
