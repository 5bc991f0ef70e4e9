package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.fact.Requirement;
import dev.muster.fact.Trigger;
import dev.muster.plan.Because;
import dev.muster.plan.Complexity;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Delegation;
import dev.muster.plan.Plan.LeftOut;
import dev.muster.plan.Plan.Question;
import dev.muster.plan.Plan.Status;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.CheckPhase;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.Proposal.Estimate;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.Risk;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Role;
import dev.muster.plan.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a plan beside its steps' order: delegation, questions, limits, risks, estimate. */
class SettlingEntriesTest {
    private final Policy policy =
            new Policy().task("Upload invoices", "").agents("a", "b", "c", "d").phases("Work");

    @Test
    void one_step_is_direct_and_several_are_orchestrated() {
        assertThat(policy.rule("matrix", use("a")).settle().delegation()).isEqualTo(Delegation.DIRECT);
        assertThat(policy.rule("matrix", use("b")).settle().delegation()).isEqualTo(Delegation.ORCHESTRATED);
    }

    @Test
    void handover_is_an_escalation_with_its_reason() {
        Plan plan = policy.rule("buttons", new HandOver("frontend")).settle();

        assertThat(plan.delegation()).isEqualTo(Delegation.HANDOVER);
        assertThat(plan.escalations())
                .extracting(Plan.Escalation::kind, Plan.Escalation::to)
                .containsExactly(tuple("handover", "frontend"));
    }

    @Test
    void handover_to_whom_something_goes_anyway_adds_its_reason_there() {
        Plan plan = policy.rule("pages", new Escalate("frontend", "the web team"), "Upload")
                .rule("only pages", new HandOver("the web team"))
                .settle();

        assertThat(plan.escalations()).hasSize(1);
        assertThat(plan.escalations().getFirst().kind()).isEqualTo("frontend");
        assertThat(plan.escalations().getFirst().because())
                .extracting(Because::rule)
                .containsExactly("pages", "only pages");
    }

    @Test
    void questions_are_open_until_they_are_answered() {
        policy.rule("goal", new Ask("goal", "What for?"))
                .rule("bucket", new Ask("bucket", "Which?", List.of("x", "y")));

        assertThat(policy.settle().status()).isEqualTo(Status.NEEDS_ANSWERS);
        assertThat(policy.answered("goal", "money").settle().questions())
                .extracting(Question::id, Question::choices)
                .containsExactly(tuple("bucket", List.of("x", "y")));
        assertThat(policy.answered("bucket", "x").settle().status()).isEqualTo(Status.READY);
    }

    @Test
    void question_asked_twice_is_asked_in_the_words_that_the_policy_has_first() {
        policy.rule("one", new Ask("goal", "What for?")).rule("two", new Ask("goal", "And why?"));

        for (long seed = 0; seed < 20; seed++) {
            Question question = policy.settleShuffled(seed).questions().getFirst();
            assertThat(question.text()).isEqualTo("What for?");
            assertThat(question.because()).extracting(Because::rule).containsExactly("one", "two");
        }
    }

    @Test
    void steps_over_the_limit_are_left_out_least_needed_first_and_told() {
        policy.atMostSteps(2)
                .rule("matrix", List.of(use("a"), use("b"), use("c")))
                .rule("duty", new Duty("a", "support", "Work", "Do it.", List.of(), false))
                .rule("matrix", new UseAgent("d", Role.PRIMARY));

        Plan plan = policy.settle();

        assertThat(plan.steps()).extracting(Step::agent).containsExactly("d", "b");
        assertThat(plan.leftOut()).extracting(LeftOut::agent).containsExactly("a", "c");
        assertThat(plan.status()).isEqualTo(Status.READY);
        assertThat(plan.escalations().getFirst().because().getFirst().text())
                .isEqualTo("2 supporting steps do not fit and were left out (limit: 2 steps)");
    }

    @Test
    void work_and_reviews_over_the_limit_are_never_left_out_but_asked_about() {
        policy.atMostSteps(1)
                .rule("matrix", new UseAgent("a", Role.PRIMARY))
                .rule("review", new Review("security", "b"));

        Plan plan = policy.settle();

        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.questions())
                .extracting(Question::text)
                .containsExactly("The plan needs 2 steps and the limit is 1."
                        + " Raise the limit in pack.yaml or split the task; how shall it go on?");
        assertThat(policy.answered("step-limit", "split the task").settle().status())
                .isEqualTo(Status.NEEDS_ANSWERS);
        assertThat(policy.answered("step-limit", "run it as it is").settle().status())
                .isEqualTo(Status.READY);
    }

    @Test
    void risks_stand_with_the_worst_first_and_count_once_at_their_worst() {
        policy.rule("one", new Risk("It leaks.", Severity.LOW))
                .rule("two", new Risk("It leaks.", Severity.HIGH))
                .rule("three", new Risk("It is late.", Severity.MEDIUM));

        assertThat(policy.settle().risks())
                .extracting(Plan.Risk::text, Plan.Risk::severity)
                .containsExactly(tuple("It leaks.", Severity.HIGH), tuple("It is late.", Severity.MEDIUM));
    }

    @Test
    void largest_estimate_counts_with_its_reasons_alone() {
        policy.rule("small", new Estimate(Complexity.S)).rule("large", new Estimate(Complexity.L));

        assertThat(policy.settle().estimate().complexity()).isEqualTo(Complexity.L);
        assertThat(policy.settle().estimate().because())
                .extracting(Because::rule)
                .containsExactly("large");
    }

    @Test
    void requirements_stand_in_the_order_of_the_text() {
        policy.task("Upload invoices", "and mail them")
                .rule("asked", new Requirement("functional", "mail them"), "mail them")
                .rule("asked", new Requirement("functional", "be fast"))
                .rule("asked", new Requirement("functional", "upload"), "Upload");

        assertThat(policy.settle().analysis().requirements().functional())
                .extracting(Plan.Worded::text)
                .containsExactly("upload", "mail them", "be fast");
    }

    @Test
    void triggers_of_other_kinds_keep_their_kind() {
        policy.rule("people", new Trigger("accessibility", "forms"));

        assertThat(policy.settle().analysis().otherTriggers().get("accessibility"))
                .extracting(Plan.Named::name)
                .containsExactly("forms");
    }

    @Test
    void checks_of_a_phase_stand_at_its_end() {
        policy.rule("matrix", use("a")).rule("check", new CheckPhase("Work", List.of("npm", "test"), OnFailure.STOP));

        assertThat(policy.settle().phases().getFirst().checks())
                .extracting(Plan.Check::command, Plan.Check::onFailure)
                .containsExactly(tuple(List.of("npm", "test"), OnFailure.STOP));
    }

    private static UseAgent use(String agent) {
        return new UseAgent(agent, Role.SUPPORTING);
    }
}
