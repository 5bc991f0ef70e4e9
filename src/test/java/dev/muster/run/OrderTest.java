package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Handed.Relation;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Running.Handing;
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
    void work_isHandedWhatItBuildsOnWholeAndTheRestInAFewWords() {
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
    void work_isHandedEverythingWhereThePlanWantsIt() {
        Bench run = atBuild(plan().running(Handing.EVERYTHING, 0).plan());

        assertThat(Order.of(run.state(), run.call("c")).inputs())
                .extracting(Handed::output)
                .containsExactly("did a, and more", "did b, and more");
    }

    @Test
    void reviewer_isHandedTheWorkAndItsInstruction() {
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
    void rework_isHandedItsOwnWorkAndTheFindings() {
        Bench run = atBuild(plan().plan());
        run.done("c");
        run.wants("c", "code", "The name is wrong.");

        Order order = Order.of(run.state(), run.call("c"));

        assertThat(order.findings()).extracting(Finding::text).containsExactly("The name is wrong.");
        assertThat(order.inputs()).extracting(Handed::step, Handed::relation).contains(tuple("c", Relation.OWN));
    }

    @Test
    void reviewersStep_judgesAllThatStandsBeforeItAndKnowsWhatItWanted() {
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
    void whatPeopleSaid_isAmongTheAnswers() {
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
    void inputs_areBounded() {
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
