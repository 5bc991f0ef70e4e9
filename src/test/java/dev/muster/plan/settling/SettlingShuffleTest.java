package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.Risk;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.RandomPolicy;
import dev.muster.plan.Role;
import dev.muster.plan.SamplePolicies;
import dev.muster.plan.Severity;
import dev.muster.plan.rendering.PlanMarkdown;
import dev.muster.plan.rendering.PlanMermaid;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order rules fired, and agents were read, does not show in a plan. */
class SettlingShuffleTest {
    private static final int SHUFFLES = 200;

    @Test
    void shuffled_proposals_and_agents_give_the_same_plan() {
        Policy policy = SamplePolicies.invoices()
                .rule("same place, two texts", new Focus("api-master", "implement", "Mind this."))
                .rule("same place, two texts", new Focus("api-master", "implement", "Mind that."))
                .rule("one rule: in these words", new UseAgent("docs-architect", Role.SUPPORTING))
                .rule("one rule: in those words", new UseAgent("docs-architect", Role.SUPPORTING))
                .rule("two questions", new Ask("which", "Which one?", List.of("x")))
                .rule("two questions", new Ask("which", "Which of them?", List.of("y")))
                .rule("two risks", new Risk("It leaks.", Severity.LOW))
                .rule("two risks", new Risk("It leaks.", Severity.HIGH))
                .rule(
                        "two duties",
                        new Duty("api-master", "implement", "Implementation", "Also.", List.of("z"), false));

        assertAllEqual(policy);
    }

    @Test
    void shuffled_random_proposals_give_the_same_plan() {
        for (long seed = 0; seed < 20; seed++) {
            assertAllEqual(RandomPolicy.of(seed).policy());
        }
    }

    private static void assertAllEqual(Policy policy) {
        Plan plan = policy.settle();
        String why = PlanMarkdown.render(plan, true);
        String diagram = PlanMermaid.render(plan);
        for (long seed = 0; seed < SHUFFLES; seed++) {
            Plan shuffled = policy.settleShuffled(seed);
            assertThat(shuffled).as("shuffle %s", seed).isEqualTo(plan);
            assertThat(PlanMarkdown.render(shuffled, true)).isEqualTo(why);
            assertThat(PlanMermaid.render(shuffled)).isEqualTo(diagram);
        }
    }
}
