package dev.muster.run;

import static dev.muster.run.PlanOf.checked;
import static dev.muster.run.PlanOf.nested;
import static dev.muster.run.PlanOf.optional;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.state.Stage;
import org.junit.jupiter.api.Test;

/** Stages within a phase, phases that a person may not want, and plans that were handed over to another pack. */
class NestedPlansTest {
    @Test
    void stages_begin_after_the_steps_of_their_phase_and_one_after_another() {
        Bench run = new Bench(PlanOf.phases(
                nested(
                        phase("Build", step("model").done()),
                        phase("API", step("api").done()),
                        phase("Tests", step("tests").done())),
                phase("Ship", step("ship").done())));

        assertThat(run.atWork()).containsExactly("model");
        run.done("model");
        assertThat(run.atWork()).containsExactly("api");
        run.done("api");
        assertThat(run.atWork()).containsExactly("tests");
        run.done("tests");
        assertThat(run.atWork()).containsExactly("ship");
        assertThat(run.events(RunEvent.PhaseEnded.class))
                .extracting(RunEvent.PhaseEnded::phase)
                .containsExactly("API", "Tests", "Build");
    }

    @Test
    void checks_of_a_phase_run_once_its_stages_are_through() {
        Bench run = new Bench(PlanOf.phases(checked(
                nested(
                        phase("Build", step("model").done()),
                        phase("API", step("api").done())),
                OnFailure.STOP,
                "npm test")));
        run.done("model");
        assertThat(run.state().openChecks()).isEmpty();

        run.done("api");

        assertThat(run.openCheck("Build").command()).containsExactly("npm", "test");
    }

    @Test
    void phase_that_is_not_wanted_is_skipped_with_its_stages() {
        Bench run = new Bench(PlanOf.phases(
                optional(nested(
                        phase("Docs", step("guide").done()),
                        phase("Site", step("site").done()))),
                phase("Ship", step("ship").done())));
        assertThat(run.asked().text()).isEqualTo("Is phase Docs wanted?");
        assertThat(run.atWork()).isEmpty();

        run.answers("ann", "no", "the wiki has it");

        assertThat(run.atWork()).containsExactly("ship");
        assertThat(run.events(RunEvent.PhaseSkipped.class))
                .containsExactly(new RunEvent.PhaseSkipped("Docs", "ann", "the wiki has it"));
        run.done("ship");
        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void phase_that_is_wanted_begins() {
        Bench run = new Bench(PlanOf.phases(optional(phase("Docs", step("guide").done()))));

        run.answers("ann", "YES", "");

        assertThat(run.atWork()).containsExactly("guide");
    }

    @Test
    void optional_phase_with_a_hard_review_is_not_asked_about() {
        Bench run = new Bench(PlanOf.phases(optional(phase(
                "Security",
                step("a").done(),
                step("review", "a").reviewing("security", ReviewLevel.HARD, 3).done()))));

        assertThat(run.state().asks()).isEmpty();
        assertThat(run.atWork()).containsExactly("a");
    }

    private static Plan handedOver() {
        Plan frontend = PlanOf.plan(phase(
                        "Build", step("page").done(), step("style", "page").done()))
                .limits(2, 4, 1, 1, 240, 20)
                .plan();
        return PlanOf.plan(phase("Build", step("api").done()))
                .limits(1, 4, 3, 3, 240, 20)
                .handedOver("frontend", frontend)
                .plan();
    }

    @Test
    void plan_that_was_handed_over_runs_beside_its_owner_under_its_names() {
        Bench run = new Bench(handedOver());

        assertThat(run.atWork()).containsExactly("api", "frontend/page");
        run.done("frontend/page");
        run.done("frontend/style");
        run.done("api");

        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.events(RunEvent.PhaseEnded.class))
                .extracting(RunEvent.PhaseEnded::phase)
                .containsExactlyInAnyOrder("Build", "frontend/Build");
    }

    @Test
    void attempts_of_a_step_are_those_of_its_own_plan() {
        Bench run = new Bench(handedOver());

        run.fails("frontend/page", true);
        run.fails("api", true);

        assertThat(run.asked().step()).as("it may be called once").isEqualTo("frontend/page");
        assertThat(run.state().step("api").stage()).isInstanceOf(Stage.Due.class);
    }

    @Test
    void steps_of_all_plans_are_counted_together() {
        Bench run = new Bench(handedOver());
        assertThat(run.state().limits().steps()).isEqualTo(3);

        run.done("api");
        run.done("frontend/page");
        run.done("frontend/style");

        assertThat(run.events(RunEvent.LimitReached.class)).isEmpty();
    }

    @Test
    void escalation_of_a_plan_that_was_handed_over_is_asked_before_anything_begins() {
        Plan frontend = PlanOf.plan(phase("Build", step("page").done()))
                .escalation("design-approval", "designer")
                .plan();
        Bench run = new Bench(PlanOf.plan(phase("Build", step("api").done()))
                .handedOver("frontend", frontend)
                .plan());

        assertThat(run.asked().to()).isEqualTo("designer");
        assertThat(run.atWork()).isEmpty();
        run.answers("dora", "go-on", "as drawn");
        assertThat(run.atWork()).containsExactly("api", "frontend/page");
    }
}
