package dev.muster.run;

import static dev.muster.run.PlanOf.checked;
import static dev.muster.run.PlanOf.optional;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Outcome;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Accepting;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.Decision;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run can be cancelled wherever it is; then nothing is at work, nothing begins and nothing more counts. */
class CancelTest {
    private static final Plan PLAN = PlanOf.phases(
            checked(
                    phase(
                            "Build",
                            step("a")
                                    .check(OnFailure.REWORK, "npm run lint")
                                    .reviewed("code", ReviewLevel.SOFT, 1)
                                    .done(),
                            step("b").done(),
                            step("r", "a", "b")
                                    .reviewing("security", ReviewLevel.HARD, 3)
                                    .done()),
                    OnFailure.REWORK,
                    "npm test"),
            optional(phase("Docs", step("docs").done())));

    private static Bench after(Consumer<Bench> what) {
        Bench run = new Bench(PLAN);
        what.accept(run);
        return run;
    }

    private static void reviewed(Bench run) {
        run.done("a");
        run.check("a", true);
        run.passes("a", "code");
        run.done("b");
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(
                at("agents at work", () -> after(_ -> {})),
                at("a call to be tried again", () -> after(run -> run.fails("a", true))),
                at(
                        "a call given out again",
                        () -> after(
                                run -> run.in(new Input.Redeliver(run.call("a").key())))),
                at("a check of a step", () -> after(run -> run.done("a"))),
                at(
                        "a rework",
                        () -> after(run -> {
                            run.done("a");
                            run.check("a", false);
                        })),
                at(
                        "a review",
                        () -> after(run -> {
                            run.done("a");
                            run.check("a", true);
                        })),
                at(
                        "a review that does not pass",
                        () -> after(run -> {
                            run.done("a");
                            run.check("a", true);
                            run.wants("a", "code", "The name is wrong.");
                        })),
                at("a reviewer's step", () -> after(CancelTest::reviewed)),
                at(
                        "work handed back",
                        () -> after(run -> {
                            reviewed(run);
                            run.wants("r", "security", "A key is in the code.");
                        })),
                at(
                        "a check of a phase",
                        () -> after(run -> {
                            reviewed(run);
                            run.passes("r", "security");
                        })),
                at(
                        "an optional phase",
                        () -> after(run -> {
                            reviewed(run);
                            run.passes("r", "security");
                            run.check("Build", true);
                        })),
                at("a limit", () -> LimitedRuns.at(LimitKind.COST)),
                at("a failure", () -> LimitedRuns.at(LimitKind.ATTEMPTS)),
                at("people at work", () -> new Bench(Bench.brief(PLAN, ExecutorKind.PERSON), new PlannedDecisions())),
                at("a queue", () -> new Bench(Bench.brief(PLAN, ExecutorKind.WORKER), new PlannedDecisions())),
                at(
                        "an escalation",
                        () -> new Bench(PlanOf.plan(phase("Build", step("a").done()))
                                .escalation("infrastructure-approval", "owner")
                                .plan())));
    }

    private static Arguments at(String where, Supplier<Bench> run) {
        return Arguments.of(where, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everywhere")
    void run_that_is_cancelled_is_at_rest_for_good(String where, Supplier<Bench> at) {
        Bench run = at.get();
        assertThat(run.state().ended()).as(where).isFalse();
        int before = run.state().openCalls().size();

        run.in(new Input.Cancel("ann", "enough"));

        assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.state().why()).isEqualTo("cancelled by ann");
        assertThat(run.state().openCalls()).isEmpty();
        assertThat(run.state().openChecks()).isEmpty();
        assertThat(run.wakeAt()).isNull();
        assertThat(run.events(RunEvent.AttemptFinished.class).stream()
                        .filter(end -> end.outcome() instanceof Outcome.Cancelled))
                .hasSize(before);
        assertThat(run.in(new Input.Cancel("ann", "again")))
                .isEqualTo(new Acceptance.Refused(Acceptance.Kind.ENDED, "Run r1 has ended."));
        int events = run.log().size();
        run.pass(Duration.ofDays(2));
        assertThat(run.log()).hasSize(events);
        assertThat(Umpire.complaint(run.brief(), run.log(), run.state())).isNull();
    }

    @Test
    void run_that_is_cancelled_before_it_began_begins_nothing() {
        RunState fresh = RunState.of(Bench.brief(PLAN));
        RunState cancelled =
                ((Acceptance.Accepted) Accepting.accept(fresh, new Input.Cancel("ann", "enough"), Bench.START)).state();

        Decision decision = new Deciding(new PlannedDecisions()).next(cancelled, Bench.START);

        assertThat(decision.state().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(decision.events()).noneMatch(RunEvent.AttemptStarted.class::isInstance);
    }

    @Test
    void whoever_cancels_has_a_name() {
        Bench run = new Bench(PLAN);

        assertThat(run.in(new Input.Cancel(" ", "")))
                .isEqualTo(new Acceptance.Refused(Acceptance.Kind.INVALID, "Whoever cancels a run gives a name."));
        assertThat(run.atWork()).isNotEmpty();
    }
}
