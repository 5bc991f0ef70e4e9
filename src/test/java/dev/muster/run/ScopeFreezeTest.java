package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Finding;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.order.Order;
import dev.muster.run.report.RunReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A review that keeps finding new things comes to an end, with somewhere to go. */
class ScopeFreezeTest {
    private static Bench run(ReviewLevel level) {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", level, 3).done())));
        run.done("a");
        run.wants("a", "code", "The name is wrong.", "The size is not limited.");
        run.done("a");
        return run;
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT", "HARD"})
    void second_round_holds_the_first_ones_findings_and_records_new_ones(ReviewLevel level) {
        Bench run = run(level);

        run.wants("a", "code", "The size is not limited.", "There is no log line.");

        assertThat(run.events(RunEvent.ScopeFrozen.class)).containsExactly(new RunEvent.ScopeFrozen("a", "code", 2));
        assertThat(run.events(RunEvent.FollowUpRecorded.class))
                .extracting(followUp -> followUp.finding().text())
                .containsExactly("There is no log line.");
        assertThat(Order.of(run.state(), run.call("a")).findings())
                .extracting(Finding::text)
                .containsExactly("The size is not limited.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT", "HARD"})
    void review_that_finds_only_new_things_is_put_to_a_person_with_ways_to_go(ReviewLevel level) {
        Bench run = run(level);

        run.wants("a", "code", "There is no log line.");

        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.asked().kind()).isEqualTo(AskKind.REVIEW);
        assertThat(run.asked().text())
                .isEqualTo(
                        "The code review of a by code-reviewer does not pass after 2 rounds: only new things are found,"
                                + " beyond what was asked for first");
        assertThat(run.asked().choices()).contains("another-round", "by-hand", "stop");
        assertThat(run.asked().choices().contains("override")).isEqualTo(level == ReviewLevel.SOFT);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT", "HARD"})
    void another_round_is_for_what_is_new_and_ends_at_the_limit_again(ReviewLevel level) {
        Bench run = run(level);
        run.wants("a", "code", "There is no log line.");

        run.answers("ann", "another-round", "");
        assertThat(Order.of(run.state(), run.call("a")).findings())
                .extracting(Finding::text)
                .containsExactly("There is no log line.");
        run.done("a");
        run.wants("a", "code", "The comment is long.");

        assertThat(run.asked().kind()).isEqualTo(AskKind.REVIEW);
        assertThat(run.events(RunEvent.ScopeFrozen.class)).hasSize(1);
        assertThat(run.events(RunEvent.FollowUpRecorded.class)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT", "HARD"})
    void rounds_that_are_used_up_end_in_the_same_way(ReviewLevel level) {
        Bench run = run(level);
        run.wants("a", "code", "The size is not limited.");
        run.done("a");

        run.wants("a", "code", "The size is not limited.");

        assertThat(run.asked().text()).endsWith("does not pass after 3 rounds: The size is not limited.");
        run.answers("ann", "stop", "");
        assertThat(run.state().status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(RunReport.of(run.brief(), run.log()).nextSteps())
                .anySatisfy(next -> assertThat(next).contains("The size is not limited."));
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT", "HARD"})
    void follow_ups_are_in_the_report_of_a_run_that_is_complete(ReviewLevel level) {
        Bench run = run(level);
        run.wants("a", "code", "The size is not limited.", "There is no log line.");
        run.done("a");

        run.passes("a", "code");

        assertThat(run.state().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(RunReport.of(run.brief(), run.log()).followUps())
                .anySatisfy(followUp -> assertThat(followUp).contains("There is no log line."));
    }
}
