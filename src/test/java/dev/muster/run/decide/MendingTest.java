package dev.muster.run.decide;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.OnFailure;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Running.Handing;
import dev.muster.run.Bench;
import dev.muster.run.PlanOf;
import dev.muster.run.event.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures are mended one at a time, or side by side from as many as the plan says. */
class MendingTest {
    private static Bench failing(int sideBySideFrom, int failures) {
        PlanOf.Work[] works = {step("a"), step("b"), step("c")};
        for (PlanOf.Work work : works) {
            work.check(OnFailure.REWORK, "npm test");
        }
        Bench run = new Bench(PlanOf.plan(phase("Build", works[0].done(), works[1].done(), works[2].done()))
                .running(Handing.EVERYTHING, sideBySideFrom)
                .plan());
        for (String step : new String[] {"a", "b", "c"}) {
            run.done(step);
        }
        int failed = 0;
        for (String step : new String[] {"a", "b", "c"}) {
            run.check(step, failed++ >= failures);
        }
        return run;
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 2, 1", "0, 3, 1", "2, 1, 1", "2, 2, 2", "2, 3, 3", "3, 2, 1", "3, 3, 3"})
    void reworks_at_work_are_as_many_as_the_plan_says(int sideBySideFrom, int failures, int atWork) {
        assertThat(failing(sideBySideFrom, failures).atWork()).hasSize(atWork);
    }

    @Test
    void next_failure_is_mended_once_the_one_before_it() {
        Bench run = failing(0, 2);
        assertThat(run.atWork()).containsExactly("a");

        run.done("a");

        assertThat(run.atWork()).containsExactly("b");
        run.check("a", true);
        run.done("b");
        run.check("b", true);
        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void changes_that_reviewers_want_are_no_failures_and_go_side_by_side() {
        Bench run = new Bench(PlanOf.plan(phase(
                        "Build",
                        step("a").reviewed("code", ReviewLevel.SOFT, 3).done(),
                        step("b").reviewed("code", ReviewLevel.SOFT, 3).done()))
                .running(Handing.EVERYTHING, 0)
                .plan());
        run.done("a");
        run.done("b");
        run.wants("a", "code", "The name is wrong.");
        run.wants("b", "code", "The name is wrong.");

        assertThat(run.atWork()).containsExactly("a", "b");
    }
}
