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
import dev.muster.run.RunEvent.AttemptFinished;
import dev.muster.run.RunEvent.AttemptStarted;
import dev.muster.run.RunEvent.LimitRaised;
import dev.muster.run.RunEvent.PersonAnswered;
import dev.muster.run.RunEvent.PersonAsked;
import dev.muster.run.RunEvent.PhaseStarted;
import dev.muster.run.RunEvent.RunEnded;
import dev.muster.run.RunEvent.StepEnded;
import dev.muster.run.RunEvent.VerdictGiven;
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
    void stepThatBeginsBeforeWhatItDependsOn() {
        sound(chain())
                .moveBefore(event -> starts(event, "b"), event -> ends(event, "a"))
                .breaks("order: b begins while a is null");
    }

    @Test
    void stepThatIsCalledAfterItsEnd() {
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
    void phaseThatBeginsBeforeTheOneBeforeIt() {
        sound(chain())
                .moveBefore(event -> event.equals(new PhaseStarted("Ship")), event -> ends(event, "b"))
                .breaks("phases: Ship begins while b is open");
    }

    @Test
    void phaseThatBeginsBeforeTheChecksOfTheOneBeforeIt() {
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
    void hardReviewThatIsSkipped() {
        sound(reviewed(ReviewLevel.HARD))
                .drop(event -> event instanceof VerdictGiven e && e.passed())
                .breaks("hard: a is done without the code review");
    }

    @Test
    void hardReviewThatIsOverridden() {
        sound(reviewed(ReviewLevel.HARD))
                .replace(
                        event -> event instanceof VerdictGiven e && e.passed(),
                        new RunEvent.GateOverridden("a", "code", 2, "bob", "hurry"))
                .breaks("hard: code of a is overridden");
    }

    @Test
    void hardReviewThatIsPassedOver() {
        sound(reviewed(ReviewLevel.HARD))
                .replace(
                        event -> event instanceof RunEvent.TroubleMet,
                        new RunEvent.TroubleMet(
                                "a", null, "code", Trouble.Kind.REVIEW, "", Remedy.Kind.REPORT, "the plan"))
                .breaks("hard: code of a is passed over");
    }

    @Test
    void hardReviewThatWantsChangesAndPasses() {
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
    void hardReviewOfOlderWork() {
        sound(reviewed(ReviewLevel.HARD))
                .moveAfter(
                        event -> event instanceof AttemptFinished e
                                && e.gate() == null
                                && e.key().endsWith("/2/1"),
                        event -> event instanceof VerdictGiven e && e.passed())
                .breaks("hard: the code review of a is older than the work of a");
    }

    @Test
    void limitThatIsNotKept() {
        for (LimitKind limit : LimitKind.values()) {
            String rule = limit.name().toLowerCase(Locale.ROOT);
            sound(LimitedRuns.beyond(limit))
                    .drop(event -> event instanceof LimitRaised)
                    .breaks(rule + ": ");
        }
    }

    @Test
    void limitThatNobodyRaised() {
        sound(LimitedRuns.beyond(LimitKind.COST))
                .moveBefore(event -> event instanceof LimitRaised, event -> event instanceof PersonAnswered)
                .breaks("limits: nobody raised it");
    }

    @Test
    void moreAgentsAtATimeThanAreAllowed() {
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
    void callThatIsLate() {
        Bench run = new Bench(CHAIN);
        run.pass(Duration.ofMinutes(29));
        sound(run).insertLate(Duration.ofMinutes(2)).breaks("late: p1/1/r1/a/1/1 was due by");
    }

    @Test
    void runThatWaitsForNothing() {
        sound(chain()).drop(event -> event instanceof RunEnded).breaks("waits: nothing is open");
    }

    @Test
    void runThatWaitsForAPersonWhoWasNotAsked() {
        Bench run = new Bench(PlanOf.plan(phase("Build", step("a").done()))
                .escalation("infrastructure-approval", "owner")
                .plan());
        sound(run).drop(event -> event instanceof PersonAsked).breaks("waits: nothing is open");
    }

    @Test
    void runThatGoesOnAfterItsEnd() {
        sound(chain())
                .moveAfter(event -> event.equals(new RunEvent.PhaseEnded("Ship")), event -> event instanceof RunEnded)
                .breaks("end: after the end came");
    }

    @Test
    void runThatEndsWhileSomebodyIsAtWork() {
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
    void callThatBeginsAfterTheRunWasCancelled() {
        sound(cancelled())
                .moveAfter(event -> starts(event, "b"), event -> event instanceof RunEvent.CancelRequested)
                .breaks("cancel: p1/1/r1/b/1/1 starts after");
    }

    @Test
    void callThatIsMadeTwice() {
        sound(chain()).twice(event -> starts(event, "b")).breaks("once: p1/1/r1/b/1/1 is used twice");
    }

    @Test
    void resultThatCountsTwice() {
        sound(chain())
                .twice(event -> event instanceof AttemptFinished e && e.step().equals("b"))
                .breaks("once: no such call");
    }

    @Test
    void resultOfAnOlderDelivery() {
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
    void wishThatIsApprovedByWhoeverHadIt() {
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
    void scopeThatIsNotFrozen() {
        sound(frozen()).drop(event -> event instanceof RunEvent.ScopeFrozen).breaks("freeze: the scope is not frozen");
    }

    @Test
    void scopeThatFreezesTwice() {
        sound(frozen()).twice(event -> event instanceof RunEvent.ScopeFrozen).breaks("freeze: the scope freezes twice");
    }

    @Test
    void newFindingThatIsMadeACondition() {
        sound(frozen())
                .change(VerdictGiven.class, e -> e.round() == 2, e -> {
                    List<Finding> all = e.verdict().findings();
                    return new VerdictGiven(
                            e.step(), e.gate(), e.level(), e.round(), e.verdict(), false, all, e.by(), e.why());
                })
                .breaks("freeze: ");
    }

    @Test
    void newFindingThatIsForgotten() {
        sound(frozen())
                .drop(event -> event instanceof RunEvent.FollowUpRecorded)
                .breaks("freeze: nobody is asked about");
    }

    @Test
    void frozenScopeOfWhichNobodyHears() {
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
    void stateThatIsNotTheFoldOfItsEvents() {
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
