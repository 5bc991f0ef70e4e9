package dev.muster.run.order;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Handed.Relation;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Running.Handing;
import dev.muster.run.Bench;
import dev.muster.run.PlanOf;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static PlanOf.Builder plan() {
        return PlanOf.plan(
                phase("Plan", step("a").done(), step("b").done()),
                phase(
                        "Build",
                        step("c", "b").reviewed("code", ReviewLevel.SOFT, 3).done()),
                phase(
                        "Check",
                        step("d", "c")
                                .reviewing("security", ReviewLevel.HARD, 3)
                                .done()));
    }

    private static Bench atBuild(Plan plan) {
        Bench run = new Bench(plan);
        run.done("a");
        run.done("b");
        return run;
    }

    @Test
    void work_is_handed_what_it_builds_on_whole_and_the_rest_in_a_few_words() {
        Bench run = atBuild(plan().plan());

        Order order = Order.of(run.state(), run.call("c"));

        assertThat(order.instruction()).isEqualTo("Do c.");
        assertThat(order.deliverables()).containsExactly("c.txt");
        assertThat(order.successCriteria()).containsExactly("An invoice can be uploaded.");
        assertThat(order.inputs())
                .extracting(Handed::step, Handed::relation, Handed::summary, Handed::output)
                .containsExactly(
                        tuple("a", Relation.EARLIER, "did a", ""),
                        tuple("b", Relation.DEPENDENCY, "did b", "did b, and more"));
    }

    @Test
    void work_is_handed_everything_where_the_plan_wants_it() {
        Bench run = atBuild(plan().running(Handing.EVERYTHING, 0).plan());

        assertThat(Order.of(run.state(), run.call("c")).inputs())
                .extracting(Handed::output)
                .containsExactly("did a, and more", "did b, and more");
    }

    @Test
    void reviewer_is_handed_the_work_and_its_instruction() {
        Bench run = atBuild(plan().plan());
        run.done("c");

        Order order = Order.of(run.state(), run.review("c", "code"));

        assertThat(order.agent()).isEqualTo("code-reviewer");
        assertThat(order.instruction())
                .isEqualTo("Give the code review of what `c-agent` handed in. Its instruction was:\n\nDo c.");
        assertThat(order.inputs())
                .extracting(Handed::step, Handed::relation)
                .contains(tuple("c", Relation.SUBJECT), tuple("b", Relation.DEPENDENCY));
    }

    @Test
    void rework_is_handed_its_own_work_and_the_findings() {
        Bench run = atBuild(plan().plan());
        run.done("c");
        run.wants("c", "code", "The name is wrong.");

        Order order = Order.of(run.state(), run.call("c"));

        assertThat(order.findings()).extracting(Finding::text).containsExactly("The name is wrong.");
        assertThat(order.inputs()).extracting(Handed::step, Handed::relation).contains(tuple("c", Relation.OWN));
    }

    @Test
    void reviewers_step_judges_all_that_stands_before_it_and_knows_what_it_wanted() {
        Bench run = atBuild(plan().plan());
        run.done("c");
        run.passes("c", "code");
        run.wants("d", "security", "A key is in the code.");
        run.done("c");
        run.passes("c", "code");

        Order order = Order.of(run.state(), run.review("d", "security"));

        assertThat(order.instruction()).isEqualTo("Do d.");
        assertThat(order.findings()).extracting(Finding::text).containsExactly("A key is in the code.");
        assertThat(order.inputs())
                .extracting(Handed::step, Handed::relation)
                .containsExactly(
                        tuple("a", Relation.EARLIER), tuple("b", Relation.SUBJECT), tuple("c", Relation.SUBJECT));
    }

    @Test
    void what_people_said_is_among_the_answers() {
        Bench run =
                new Bench(plan().escalation("infrastructure-approval", "owner").plan());
        run.answers("bob", "go-on", "the account is ours");

        assertThat(Order.of(run.state(), run.call("a")).task().context().answers())
                .containsValue("go-on (the account is ours), says bob");
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void inputs_are_bounded() {
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            steps.add(i == 0 ? step("s0").done() : step("s" + i, "s" + (i - 1)).done());
        }
        Bench run = new Bench(PlanOf.plan(phase("Build", steps.toArray(Plan.Step[]::new)))
                .running(Handing.EVERYTHING, 0)
                .plan());
        for (int i = 0; i < 99; i++) {
            run.done("s" + i);
        }

        assertThat(Order.of(run.state(), run.call("s99")).inputs())
                .extracting(Handed::step)
                .hasSize(60)
                .contains("s98")
                .doesNotContain("s0");
    }
}
