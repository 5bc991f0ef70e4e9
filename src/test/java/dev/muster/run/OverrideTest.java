package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.ReviewLevel;
import org.junit.jupiter.api.Test;

/** A soft review is overridden by two people with a reason; a hard one by nobody. */
class OverrideTest {
    private static Bench at(ReviewLevel level) {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", level, 3).done()),
                phase("Ship", step("b", "a").done())));
        run.done("a");
        return run;
    }

    private static Acceptance wish(Bench run, String by, String why) {
        return run.in(new Input.Override("a", "code", by, why, Proof.KEY));
    }

    private static Acceptance.Kind kind(Acceptance acceptance) {
        return acceptance instanceof Acceptance.Refused refused ? refused.kind() : Acceptance.Kind.UNKNOWN;
    }

    @Test
    void softReview_isOverriddenOnceSomebodyElseAgrees() {
        Bench run = at(ReviewLevel.SOFT);
        wish(run, "ann", "the reviewer is ill");
        assertThat(run.asked().to()).isEqualTo("anybody but ann");
        assertThat(run.atWork()).as("the reviewer goes on meanwhile").containsExactly("a:code");

        run.answers("bob", "approve", "I looked myself");
        run.wants("a", "code", "The name is wrong.");

        assertThat(run.events(RunEvent.GateOverridden.class))
                .containsExactly(new RunEvent.GateOverridden("a", "code", 1, "bob", "I looked myself"));
        assertThat(run.atWork()).containsExactly("b");
    }

    @Test
    void whoeverWantsIt_doesNotApproveIt() {
        Bench run = at(ReviewLevel.SOFT);
        wish(run, "ann", "hurry");

        assertThat(kind(run.answers("ann", "approve", "yes"))).isEqualTo(Acceptance.Kind.NOT_ALLOWED);
        assertThat(kind(run.answers(" ann ", "approve", "yes"))).isEqualTo(Acceptance.Kind.NOT_ALLOWED);
        assertThat(run.events(RunEvent.GateOverridden.class)).isEmpty();
        run.answers("ann", "refuse", "on second thoughts");
        assertThat(run.state().asks()).isEmpty();
    }

    @Test
    void hardReview_isOverriddenByNobody() {
        Bench run = at(ReviewLevel.HARD);

        assertThat(wish(run, "ann", "hurry"))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.NOT_ALLOWED, "The code review of a is hard: nobody overrides it."));
        run.wants("a", "code", "1");
        run.done("a");
        run.wants("a", "code", "1");
        run.done("a");
        run.wants("a", "code", "1");
        assertThat(run.asked().choices()).containsExactly("another-round", "by-hand", "stop");
        assertThat(kind(run.answers("bob", "override", "hurry"))).isEqualTo(Acceptance.Kind.INVALID);
    }

    @Test
    void wish_needsANameAReasonAndAReviewThatIsThere() {
        Bench run = at(ReviewLevel.SOFT);

        assertThat(kind(wish(run, "ann", " "))).isEqualTo(Acceptance.Kind.INVALID);
        assertThat(kind(wish(run, " ", "hurry"))).isEqualTo(Acceptance.Kind.INVALID);
        assertThat(run.in(new Input.Override("a", "style", "ann", "hurry", Proof.KEY)))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.UNKNOWN, "There is no style review of a step a in this run."));
    }

    @Test
    void stepThatHasEnded_hasNothingToOverride() {
        Bench run = at(ReviewLevel.SOFT);
        run.passes("a", "code");

        assertThat(kind(wish(run, "ann", "hurry"))).isEqualTo(Acceptance.Kind.STALE);
    }

    @Test
    void override_holdsInLaterRoundsToo() {
        Bench run = new Bench(PlanOf.phases(phase(
                "Build",
                step("a")
                        .reviewed("code", ReviewLevel.SOFT, 3)
                        .reviewed("security", ReviewLevel.HARD, 3)
                        .done())));
        run.done("a");
        run.in(new Input.Override("a", "code", "ann", "the reviewer is ill", Proof.KEY));
        run.answers("bob", "approve", "fine");
        run.passes("a", "code");
        run.wants("a", "security", "A key is in the code.");
        run.done("a");

        assertThat(run.atWork()).containsExactly("a:security");
    }

    @Test
    void advisoryReview_isReportedAndHoldsNothingUp() {
        Bench run = at(ReviewLevel.ADVISORY);

        run.wants("a", "code", "The name is wrong.");

        assertThat(run.atWork()).containsExactly("b");
        assertThat(run.events(RunEvent.TroubleMet.class))
                .singleElement()
                .satisfies(met -> assertThat(met.remedy()).isEqualTo(Remedy.Kind.REPORT));
    }
}
