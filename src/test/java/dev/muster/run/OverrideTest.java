package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.Proof;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
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
    void soft_review_is_overridden_once_somebody_else_agrees() {
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
    void whoever_wants_it_does_not_approve_it() {
        Bench run = at(ReviewLevel.SOFT);
        wish(run, "ann", "hurry");

        assertThat(kind(run.answers("ann", "approve", "yes"))).isEqualTo(Acceptance.Kind.NOT_ALLOWED);
        assertThat(kind(run.answers(" ann ", "approve", "yes"))).isEqualTo(Acceptance.Kind.NOT_ALLOWED);
        assertThat(run.events(RunEvent.GateOverridden.class)).isEmpty();
        run.answers("ann", "refuse", "on second thoughts");
        assertThat(run.state().asks()).isEmpty();
    }

    @Test
    void hard_review_is_overridden_by_nobody() {
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
    void wish_needs_a_name_a_reason_and_a_review_that_is_there() {
        Bench run = at(ReviewLevel.SOFT);

        assertThat(kind(wish(run, "ann", " "))).isEqualTo(Acceptance.Kind.INVALID);
        assertThat(kind(wish(run, " ", "hurry"))).isEqualTo(Acceptance.Kind.INVALID);
        assertThat(run.in(new Input.Override("a", "style", "ann", "hurry", Proof.KEY)))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.UNKNOWN, "There is no style review of a step a in this run."));
    }

    @Test
    void step_that_has_ended_has_nothing_to_override() {
        Bench run = at(ReviewLevel.SOFT);
        run.passes("a", "code");

        assertThat(kind(wish(run, "ann", "hurry"))).isEqualTo(Acceptance.Kind.STALE);
    }

    @Test
    void override_holds_in_later_rounds_too() {
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
    void advisory_review_is_reported_and_holds_nothing_up() {
        Bench run = at(ReviewLevel.ADVISORY);

        run.wants("a", "code", "The name is wrong.");

        assertThat(run.atWork()).containsExactly("b");
        assertThat(run.events(RunEvent.TroubleMet.class))
                .singleElement()
                .satisfies(met -> assertThat(met.remedy()).isEqualTo(Remedy.Kind.REPORT));
    }
}
