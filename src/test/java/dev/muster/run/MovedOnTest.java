package dev.muster.run;

import static dev.muster.run.PlanOf.checked;
import static dev.muster.run.PlanOf.optional;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.state.Ask;
import org.junit.jupiter.api.Test;

/** A person moves something on while other things about it are open. Random runs found each of these. */
class MovedOnTest {
    private static Bench twoReviews() {
        Bench run = new Bench(PlanOf.phases(phase(
                "Build",
                step("a")
                        .reviewed("code", ReviewLevel.SOFT, 1)
                        .reviewed("security", ReviewLevel.SOFT, 1)
                        .done())));
        run.done("a");
        run.wants("a", "code", "The name is wrong.");
        run.wants("a", "security", "A key is in the code.");
        return run;
    }

    @Test
    void question_about_another_review_is_withdrawn_when_the_person_puts_the_work_right() {
        Bench run = twoReviews();

        run.answers("ask-1", "ann", "by-hand", "renamed, and the key is gone");

        assertThat(run.events(RunEvent.AskWithdrawn.class))
                .containsExactly(new RunEvent.AskWithdrawn("ask-2", "its work was put right by hand"));
        assertThat(run.state().asks()).isEmpty();
        assertThat(run.atWork()).containsExactly("a:code", "a:security");
        assertThat(run.answers("ask-2", "ann", "by-hand", "twice"))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.STALE, "ask-2 was answered already, or needs no answer any more."));
    }

    @Test
    void question_about_another_review_stays_where_one_is_overridden() {
        Bench run = twoReviews();

        run.answers("ask-1", "bob", "override", "the name is fine");

        assertThat(run.events(RunEvent.AskWithdrawn.class)).isEmpty();
        assertThat(run.state().asks()).extracting(Ask::id).containsExactly("ask-2");
    }

    @Test
    void question_about_a_review_is_withdrawn_when_somebody_elses_override_is_approved() {
        Bench run = twoReviews();
        run.in(new Input.Override("a", "code", "ann", "the name is fine", Proof.KEY));

        run.answers("ask-3", "bob", "approve", "it is");

        assertThat(run.events(RunEvent.AskWithdrawn.class))
                .containsExactly(new RunEvent.AskWithdrawn("ask-1", "the code review was overridden"));
        assertThat(run.state().asks()).extracting(Ask::id).containsExactly("ask-2");
    }

    @Test
    void phase_that_is_wanted_waits_for_work_that_was_taken_up_again_meanwhile() {
        Bench run = new Bench(PlanOf.phases(
                phase(
                        "Build",
                        step("a").done(),
                        step("r", "a")
                                .reviewing("code", ReviewLevel.SOFT, 3)
                                .unblocking()
                                .done()),
                optional(phase("Docs", step("docs", "a").done()))));
        run.done("a");
        assertThat(run.asked().kind()).isEqualTo(AskKind.PHASE);
        run.wants("r", "code", "The name is wrong.");
        assertThat(run.atWork()).containsExactly("a");

        run.answers("ann", "yes", "");
        assertThat(run.atWork()).containsExactly("a");
        run.done("a");

        assertThat(run.atWork()).containsExactly("r:code", "docs");
        assertThat(run.events(RunEvent.PersonAsked.class)).hasSize(1);
    }

    @Test
    void reviewer_who_begins_anew_looks_once_more_after_work_that_is_still_open() {
        Plan plan = PlanOf.phases(phase(
                "Build",
                step("a").done(),
                step("r1", "a").reviewing("code", ReviewLevel.HARD, 1).done(),
                step("r2", "a").reviewing("security", ReviewLevel.HARD, 3).done()));
        Bench run = new Bench(plan);
        run.done("a");
        run.wants("r1", "code", "The name is wrong.");
        run.wants("r2", "security", "A key is in the code.");
        assertThat(run.atWork()).containsExactly("a");

        run.answers("ann", "by-hand", "renamed");
        run.passes("r1", "code");

        assertThat(run.state().step("r1").ended()).as("the work is still open").isFalse();
        run.done("a");
        run.answers("ann", "raise", "it has changed");
        assertThat(run.atWork()).containsExactlyInAnyOrder("r1:code", "r2:security");
    }

    @Test
    void work_that_is_taken_over_again_is_checked_under_a_key_of_its_own() {
        Bench run = new Bench(PlanOf.plan(phase(
                        "Build", step("a").check(OnFailure.REWORK, "npm test").done()))
                .limits(100, 4, 3, 1, 240, 20)
                .plan());
        run.done("a");
        run.check("a", false);
        run.answers("ann", "by-hand", "mended");
        run.check("a", false);
        run.answers("ann", "by-hand", "mended again");
        run.check("a", true);

        assertThat(run.events(RunEvent.CheckStarted.class))
                .extracting(RunEvent.CheckStarted::key)
                .containsExactly("p1/1/r1/a/1/check/1", "p1/1/r1/a/1/check/1/2", "p1/1/r1/a/1/check/1/3");
        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void work_that_nobody_had_a_round_for_goes_back_where_a_person_allows_one() {
        Bench run = new Bench(PlanOf.plan(checked(phase("Build", step("a").done()), OnFailure.REWORK, "npm test"))
                .limits(100, 4, 3, 1, 240, 20)
                .plan());
        run.done("a");
        run.check("Build", false);

        run.answers("ann", "another-round", "");

        assertThat(run.atWork()).containsExactly("a");
        assertThat(run.call("a").round()).isEqualTo(2);
    }
}
