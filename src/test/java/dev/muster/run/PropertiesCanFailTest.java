package dev.muster.run;

import static dev.muster.run.PlanOf.checked;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Purpose;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Input;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.AttemptFinished;
import dev.muster.run.event.RunEvent.AttemptStarted;
import dev.muster.run.event.RunEvent.LimitRaised;
import dev.muster.run.event.RunEvent.PersonAnswered;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunEvent.PhaseStarted;
import dev.muster.run.event.RunEvent.RunEnded;
import dev.muster.run.event.RunEvent.StepEnded;
import dev.muster.run.event.RunEvent.VerdictGiven;
import dev.muster.run.event.Trouble;
import dev.muster.run.fold.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The properties that random runs are held against would see a core that breaks them: a sound log, changed in one place to what
 * such a core would write, is complained about by the rule that it breaks.
 */
class PropertiesCanFailTest {
    private static final Plan CHAIN = PlanOf.phases(
            phase("Build", step("a").done(), step("b", "a").done()),
            phase("Ship", step("c", "b").done()));

    private static Bench chain() {
        Bench run = new Bench(CHAIN);
        run.done("a");
        run.done("b");
        run.done("c");
        return run;
    }

    private static Tampered sound(Bench run) {
        Tampered log = new Tampered(run);
        assertThat(log.complaint()).as("before anything is changed").isNull();
        return log;
    }

    private static boolean starts(RunEvent event, String step) {
        return event instanceof AttemptStarted e && e.step().equals(step);
    }

    private static boolean ends(RunEvent event, String step) {
        return event instanceof StepEnded e && e.step().equals(step);
    }

    @Test
    void step_that_begins_before_what_it_depends_on() {
        sound(chain())
                .moveBefore(event -> starts(event, "b"), event -> ends(event, "a"))
                .breaks("order: b begins while a is null");
    }

    @Test
    void step_that_is_called_after_its_end() {
        sound(chain())
                .moveAfter(
                        event -> event instanceof AttemptFinished e && e.step().equals("a"), event -> ends(event, "a"))
                .insertAfter(
                        event -> ends(event, "a"),
                        new AttemptStarted(
                                "a",
                                Purpose.WORK,
                                null,
                                1,
                                2,
                                "a-agent",
                                "claude",
                                ExecutorKind.INSIDE,
                                "p1/1/r1/a/1/2",
                                null))
                .breaks("order: a is called after it has ended");
    }

    @Test
    void phase_that_begins_before_the_one_before_it() {
        sound(chain())
                .moveBefore(event -> event.equals(new PhaseStarted("Ship")), event -> ends(event, "b"))
                .breaks("phases: Ship begins while b is open");
    }

    @Test
    void phase_that_begins_before_the_checks_of_the_one_before_it() {
        Bench run = new Bench(PlanOf.phases(
                checked(phase("Build", step("a").done()), OnFailure.STOP, "npm test"),
                phase("Ship", step("b", "a").done())));
        run.done("a");
        run.check("Build", true);
        sound(run)
                .moveBefore(
                        event -> event.equals(new PhaseStarted("Ship")),
                        event -> event instanceof RunEvent.CheckFinished)
                .breaks("phases: Ship begins before the checks of Build");
    }

    private static Bench reviewed(ReviewLevel level) {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", level, 3).done())));
        run.done("a");
        run.wants("a", "code", "The name is wrong.");
        run.done("a");
        run.passes("a", "code");
        return run;
    }

    @Test
    void hard_review_that_is_skipped() {
        sound(reviewed(ReviewLevel.HARD))
                .drop(event -> event instanceof VerdictGiven e && e.passed())
                .breaks("hard: a is done without the code review");
    }

    @Test
    void hard_review_that_is_overridden() {
        sound(reviewed(ReviewLevel.HARD))
                .replace(
                        event -> event instanceof VerdictGiven e && e.passed(),
                        new RunEvent.GateOverridden("a", "code", 2, "bob", "hurry"))
                .breaks("hard: code of a is overridden");
    }

    @Test
    void hard_review_that_is_passed_over() {
        sound(reviewed(ReviewLevel.HARD))
                .replace(
                        event -> event instanceof RunEvent.TroubleMet,
                        new RunEvent.TroubleMet(
                                "a", null, "code", Trouble.Kind.REVIEW, "", Remedy.Kind.REPORT, "the plan"))
                .breaks("hard: code of a is passed over");
    }

    @Test
    void hard_review_that_wants_changes_and_passes() {
        sound(reviewed(ReviewLevel.HARD))
                .change(
                        VerdictGiven.class,
                        e -> !e.passed(),
                        e -> new VerdictGiven(
                                e.step(),
                                e.gate(),
                                e.level(),
                                e.round(),
                                e.verdict(),
                                true,
                                List.of(),
                                e.by(),
                                e.why()))
                .breaks("hard: this passes");
    }

    @Test
    void hard_review_of_older_work() {
        sound(reviewed(ReviewLevel.HARD))
                .moveAfter(
                        event -> event instanceof AttemptFinished e
                                && e.gate() == null
                                && e.key().endsWith("/2/1"),
                        event -> event instanceof VerdictGiven e && e.passed())
                .breaks("hard: the code review of a is older than the work of a");
    }

    @Test
    void limit_that_is_not_kept() {
        for (LimitKind limit : LimitKind.values()) {
            String rule = limit.name().toLowerCase(Locale.ROOT);
            sound(LimitedRuns.beyond(limit))
                    .drop(event -> event instanceof LimitRaised)
                    .breaks(rule + ": ");
        }
    }

    @Test
    void limit_that_nobody_raised() {
        sound(LimitedRuns.beyond(LimitKind.COST))
                .moveBefore(event -> event instanceof LimitRaised, event -> event instanceof PersonAnswered)
                .breaks("limits: nobody raised it");
    }

    @Test
    void more_agents_at_a_time_than_are_allowed() {
        Bench run =
                new Bench(PlanOf.plan(phase("Build", step("a").done(), step("b").done()))
                        .limits(100, 1, 3, 3, 240, 20)
                        .plan());
        run.done("a");
        run.done("b");
        sound(run)
                .moveBefore(
                        event -> starts(event, "b"),
                        event -> event instanceof AttemptFinished e && e.step().equals("a"))
                .breaks("parallel: p1/1/r1/b/1/1 starts beside");
    }

    @Test
    void call_that_is_late() {
        Bench run = new Bench(CHAIN);
        run.pass(Duration.ofMinutes(29));
        sound(run).insertLate(Duration.ofMinutes(2)).breaks("late: p1/1/r1/a/1/1 was due by");
    }

    @Test
    void run_that_waits_for_nothing() {
        sound(chain()).drop(event -> event instanceof RunEnded).breaks("waits: nothing is open");
    }

    @Test
    void run_that_waits_for_a_person_who_was_not_asked() {
        Bench run = new Bench(PlanOf.plan(phase("Build", step("a").done()))
                .escalation("infrastructure-approval", "owner")
                .plan());
        sound(run).drop(event -> event instanceof PersonAsked).breaks("waits: nothing is open");
    }

    @Test
    void run_that_goes_on_after_its_end() {
        sound(chain())
                .moveAfter(event -> event.equals(new RunEvent.PhaseEnded("Ship")), event -> event instanceof RunEnded)
                .breaks("end: after the end came");
    }

    @Test
    void run_that_ends_while_somebody_is_at_work() {
        sound(chain())
                .moveBefore(
                        event -> event instanceof RunEnded,
                        event -> event instanceof AttemptFinished e && e.step().equals("c"))
                .breaks("end: the run ends while something is at work");
    }

    private static Bench cancelled() {
        Bench run = new Bench(CHAIN);
        run.done("a");
        run.in(new Input.Cancel("ann", "enough"));
        return run;
    }

    @Test
    void call_that_begins_after_the_run_was_cancelled() {
        sound(cancelled())
                .moveAfter(event -> starts(event, "b"), event -> event instanceof RunEvent.CancelRequested)
                .breaks("cancel: p1/1/r1/b/1/1 starts after");
    }

    @Test
    void call_that_is_made_twice() {
        sound(chain()).twice(event -> starts(event, "b")).breaks("once: p1/1/r1/b/1/1 is used twice");
    }

    @Test
    void result_that_counts_twice() {
        sound(chain())
                .twice(event -> event instanceof AttemptFinished e && e.step().equals("b"))
                .breaks("once: no such call");
    }

    @Test
    void result_of_an_older_delivery() {
        Bench run = new Bench(CHAIN);
        run.in(new Input.Redeliver(run.call("a").key()));
        run.done("a");
        sound(run)
                .change(
                        AttemptFinished.class,
                        e -> true,
                        e -> new AttemptFinished(e.step(), e.gate(), e.key(), 1, e.outcome(), e.by(), e.why()))
                .breaks("fence: an older delivery counts");
    }

    @Test
    void wish_that_is_approved_by_whoever_had_it() {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", ReviewLevel.SOFT, 3).done())));
        run.done("a");
        run.in(new Input.Override("a", "code", "ann", "hurry", Proof.KEY));
        run.answers("bob", "approve", "it is fine");
        sound(run)
                .change(
                        PersonAnswered.class,
                        e -> true,
                        e -> new PersonAnswered(e.askId(), e.answer(), "ann", e.why(), e.proof()))
                .breaks("override: ann approves what ann asked for");
    }

    private static Bench frozen() {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", ReviewLevel.SOFT, 3).done())));
        run.done("a");
        run.wants("a", "code", "The name is wrong.");
        run.done("a");
        run.wants("a", "code", "A key is in the log.");
        return run;
    }

    @Test
    void scope_that_is_not_frozen() {
        sound(frozen()).drop(event -> event instanceof RunEvent.ScopeFrozen).breaks("freeze: the scope is not frozen");
    }

    @Test
    void scope_that_freezes_twice() {
        sound(frozen()).twice(event -> event instanceof RunEvent.ScopeFrozen).breaks("freeze: the scope freezes twice");
    }

    @Test
    void new_finding_that_is_made_a_condition() {
        sound(frozen())
                .change(VerdictGiven.class, e -> e.round() == 2, e -> {
                    List<Finding> all = e.verdict().findings();
                    return new VerdictGiven(
                            e.step(), e.gate(), e.level(), e.round(), e.verdict(), false, all, e.by(), e.why());
                })
                .breaks("freeze: ");
    }

    @Test
    void new_finding_that_is_forgotten() {
        sound(frozen())
                .drop(event -> event instanceof RunEvent.FollowUpRecorded)
                .breaks("freeze: nobody is asked about");
    }

    @Test
    void frozen_scope_of_which_nobody_hears() {
        Bench run = frozen();
        run.in(new Input.Override("a", "code", "ann", "hurry", Proof.KEY));
        sound(run)
                .drop(event -> event instanceof PersonAsked e && e.kind() == AskKind.REVIEW)
                .breaks("freeze: nobody is asked about");
    }

    /** Whether it tells people something and changes nothing. */
    private static boolean tells(RunEvent event) {
        return switch (event) {
            case RunEvent.AttemptProgressed _, RunEvent.LimitReached _, RunEvent.FollowUpRecorded _ -> true;
            case RunEvent.TroubleMet e -> e.remedy() != Remedy.Kind.REPORT && e.remedy() != Remedy.Kind.REWORK;
            default -> false;
        };
    }

    @Test
    void state_that_is_not_the_fold_of_its_events() {
        for (Bench run : List.of(chain(), reviewed(ReviewLevel.HARD), frozen(), cancelled(), Reports.complete())) {
            List<Logged> log = run.log();
            for (int i = 0; i < log.size(); i++) {
                List<Logged> without = log.subList(0, i);
                RunState after = RunState.fold(run.brief(), log.subList(0, i + 1));
                if (!tells(log.get(i).event())) {
                    assertThatThrownBy(() -> Umpire.replayed(run.brief(), without, after))
                            .as("without %s", log.get(i).json())
                            .hasMessageStartingWith("replay: ");
                }
            }
        }
    }
}
