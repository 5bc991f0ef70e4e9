package dev.muster.run.decide;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.Bench;
import dev.muster.run.PlanOf;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.order.Order;
import dev.muster.run.state.OpenCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsAndQuestionsTest {
    private static Bench run() {
        return new Bench(PlanOf.phases(phase(
                "Build",
                step("a").reviewed("code", ReviewLevel.SOFT, 3).done(),
                step("b", "a").done())));
    }

    private static Outcome contradictory() {
        return new Outcome.Succeeded(
                "did it",
                "",
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of("The API says PDF, the task says CSV."),
                List.of(),
                null,
                Usage.UNKNOWN,
                null,
                false);
    }

    private static Outcome question(String... choices) {
        return new Outcome.Asked("PDF or CSV?", List.of(choices), Usage.UNKNOWN, false);
    }

    @Test
    void result_that_contradicts_itself_is_put_to_a_person_before_it_is_reviewed() {
        Bench run = run();

        run.hands("a", contradictory());

        assertThat(run.asked().kind()).isEqualTo(AskKind.CONFLICT);
        assertThat(run.asked().text())
                .isEqualTo("a-agent says that this does not go together: The API says PDF, the task says CSV.");
        assertThat(run.asked().choices()).containsExactly("keep", "another-round", "stop");
        assertThat(run.atWork()).isEmpty();
    }

    @Test
    void contradiction_that_is_kept_goes_on_to_the_review() {
        Bench run = run();
        run.hands("a", contradictory());

        run.answers("ann", "keep", "");

        assertThat(run.atWork()).containsExactly("a:code");
    }

    @Test
    void contradiction_that_is_decided_goes_back_with_the_decision() {
        Bench run = run();
        run.hands("a", contradictory());

        run.answers("ann", "another-round", "PDF, as the API says");

        assertThat(run.atWork()).containsExactly("a");
        assertThat(run.call("a").round()).isEqualTo(2);
        assertThat(Order.of(run.state(), run.call("a")).findings())
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .endsWith("Decided: PDF, as the API says");
    }

    @Test
    void contradiction_at_which_the_run_is_stopped_blocks_it() {
        Bench run = run();
        run.hands("a", contradictory());

        run.answers("ann", "stop", "");

        assertThat(run.state().status()).isEqualTo(RunStatus.BLOCKED);
    }

    @Test
    void question_of_an_agent_is_asked_in_its_words_and_the_agent_is_called_again_with_the_answer() {
        Bench run = run();
        run.hands("a", question());
        assertThat(run.asked().text()).isEqualTo("PDF or CSV?");
        assertThat(run.asked().choices()).isEmpty();

        run.answers("ann", " both ", "some customers have CSV");

        OpenCall call = run.call("a");
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(Order.of(run.state(), call).task().context().answers())
                .containsEntry("PDF or CSV?", "both (some customers have CSV), says ann");
    }

    @Test
    void question_with_choices_takes_one_of_them() {
        Bench run = run();
        run.hands("a", question("PDF", "CSV"));

        assertThat(run.answers("ann", "XML", ""))
                .isEqualTo(new Acceptance.Refused(
                        Acceptance.Kind.INVALID, "\"XML\" is no answer to ask-1; it is one of PDF, CSV."));
        assertThat(run.answers("ann", "csv", "")).isInstanceOf(Acceptance.Accepted.class);
        assertThat(run.atWork()).containsExactly("a");
    }

    @Test
    void question_that_has_the_words_of_a_choice_of_ours_is_still_the_agents() {
        Bench run = run();
        run.hands("a", question("stop", "go-on"));

        run.answers("ann", "stop", "");

        assertThat(run.state().ended()).isFalse();
        assertThat(run.atWork()).containsExactly("a");
    }

    @Test
    void question_of_a_reviewer_is_answered_and_the_review_is_made_again() {
        Bench run = run();
        run.done("a");
        OpenCall review = run.review("a", "code");
        run.in(new Input.AttemptResult(review.key(), review.fence(), question()));

        run.answers("ann", "PDF", "");

        assertThat(run.review("a", "code").attempt()).isEqualTo(2);
    }

    @Test
    void last_attempt_that_asks_may_be_called_once_more_and_that_is_on_record() {
        Bench run = new Bench(PlanOf.plan(phase("Build", step("a").done()))
                .limits(100, 4, 1, 3, 240, 20)
                .plan());
        run.hands("a", question());

        run.answers("ann", "PDF", "");

        assertThat(run.events(RunEvent.LimitRaised.class))
                .containsExactly(new RunEvent.LimitRaised(LimitKind.ATTEMPTS, 2, "a", "ann", ""));
        assertThat(run.call("a").attempt()).isEqualTo(2);
    }

    @Test
    void answer_counts_once_and_has_a_name() {
        Bench run = run();
        run.hands("a", question());

        assertThat(run.answers(" ", "PDF", "")).isInstanceOf(Acceptance.Refused.class);
        assertThat(run.answers("ann", " ", "")).isInstanceOf(Acceptance.Refused.class);
        run.answers("ask-1", "ann", "PDF", "");
        assertThat(run.answers("ask-1", "bob", "CSV", ""))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Acceptance.Kind.STALE));
        assertThat(run.answers("ask-9", "bob", "CSV", ""))
                .isEqualTo(new Acceptance.Refused(Acceptance.Kind.UNKNOWN, "This run has not asked ask-9."));
    }
}
