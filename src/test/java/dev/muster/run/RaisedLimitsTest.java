package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At a limit nothing begins until a person raises it, once and by name. */
class RaisedLimitsTest {
    @ParameterizedTest
    @EnumSource
    void run_at_a_limit_asks_a_person_and_begins_nothing(LimitKind limit) {
        Bench run = LimitedRuns.at(limit);

        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.atWork()).isEmpty();
        assertThat(run.state().asks()).hasSize(1);
        run.pass(Duration.ofHours(48));
        assertThat(run.atWork()).as("time alone changes nothing").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void limit_that_is_raised_is_on_record_with_name_and_reason(LimitKind limit) {
        Bench run = LimitedRuns.beyond(limit);

        assertThat(run.events(RunEvent.LimitRaised.class)).singleElement().satisfies(raised -> {
            assertThat(raised.limit()).isEqualTo(limit);
            assertThat(raised.by()).isEqualTo("ann");
            assertThat(raised.why()).isEqualTo("it is worth it");
        });
        assertThat(run.atWork()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STEPS", "MINUTES", "COST"})
    void limit_of_the_run_is_not_raised_without_a_reason(LimitKind limit) {
        Bench run = LimitedRuns.at(limit);

        assertThat(run.answers("ann", "raise", " "))
                .isEqualTo(
                        new Acceptance.Refused(Acceptance.Kind.INVALID, "\"raise\" needs a reason, for the record."));
        assertThat(run.atWork()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void run_that_is_stopped_at_a_limit_ends(LimitKind limit) {
        Bench run = LimitedRuns.at(limit);

        run.answers("ann", "stop", "");

        assertThat(run.state().ended()).isTrue();
        assertThat(run.state().why()).startsWith("stopped by ann at: ");
        assertThat(run.events(RunEvent.LimitRaised.class)).isEmpty();
    }

    @Test
    void cost_is_raised_by_what_the_plan_allowed_beyond_what_is_spent() {
        assertThat(LimitedRuns.beyond(LimitKind.COST).state().limits().cost()).isEqualTo(2.5);
    }

    @Test
    void minutes_are_raised_by_what_the_plan_allowed() {
        assertThat(LimitedRuns.beyond(LimitKind.MINUTES).state().limits().minutes())
                .isEqualTo(40);
    }

    @Test
    void attempts_are_counted_anew_in_each_round_and_for_each_reviewer() {
        Bench run = new Bench(PlanOf.plan(phase(
                        "Build", step("a").reviewed("code", ReviewLevel.SOFT, 3).done()))
                .limits(100, 4, 2, 3, 240, 20)
                .plan());
        run.fails("a", true);
        run.wake();
        assertThat(run.call("a").attempt()).isEqualTo(2);
        run.done("a");
        assertThat(run.review("a", "code").attempt()).isEqualTo(1);
        run.wants("a", "code", "The name is wrong.");

        assertThat(run.call("a").round()).isEqualTo(2);
        assertThat(run.call("a").attempt()).isEqualTo(1);
        run.fails("a", true);
        run.wake();
        run.fails("a", true);
        assertThat(run.asked().kind()).isEqualTo(AskKind.FAILURE);
    }

    @Test
    void call_beyond_the_limit_is_allowed_once_and_to_nobody_else() {
        Bench run = new Bench(PlanOf.plan(phase(
                        "Build", step("a").reviewed("code", ReviewLevel.SOFT, 3).done()))
                .limits(100, 4, 1, 3, 240, 20)
                .plan());
        run.fails("a", true);
        run.answers("ann", "try-again", "");
        run.fails("a", true);
        assertThat(run.asked().kind()).as("once").isEqualTo(AskKind.FAILURE);
        run.answers("ann", "try-again", "");
        run.done("a");

        run.verdict("a", "code", null);

        assertThat(run.asked().text()).as("its reviewer").contains("came to no verdict");
    }

    @Test
    void limit_that_is_reached_again_is_asked_about_again() {
        Bench run = LimitedRuns.beyond(LimitKind.STEPS);
        run.done("b");
        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);

        Bench longer = new Bench(PlanOf.plan(phase(
                        "Build",
                        step("a").done(),
                        step("b", "a").done(),
                        step("c", "b").done()))
                .limits(1, 4, 3, 3, 240, 20)
                .plan());
        longer.done("a");
        longer.answers("ann", "raise", "go on");
        longer.done("b");
        assertThat(longer.asked().limit()).isEqualTo(LimitKind.STEPS);
        longer.answers("ann", "raise", "go on");
        longer.done("c");
        assertThat(longer.state().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void plan_that_is_run_as_it_is_is_not_held_up_by_its_limit_on_steps() {
        Bench run = new Bench(
                PlanOf.plan(phase("Build", step("a").done(), step("b", "a").done()))
                        .limits(1, 4, 3, 3, 240, 20)
                        .answer("step-limit", "run it as it is")
                        .plan());
        run.done("a");

        assertThat(run.atWork()).containsExactly("b");
    }
}
