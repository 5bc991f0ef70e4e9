package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Rollback;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps stand in an order that keeps to phases and to what rules say, and say no more than they must about it. */
class SettlingOrderTest {
    private final Policy policy = new Policy().task("Work", "").agents("a", "b", "c", "d");

    @Test
    void bug_fix_uses_the_test_agent_twice() {
        policy.agents("tester", "fixer")
                .parallel("Fix")
                .rule("pattern", new UseAgent("tester", Role.SUPPORTING, "verify"))
                .rule("pattern", new UseAgent("tester", Role.SUPPORTING, "reproduce"))
                .rule("pattern", new UseAgent("fixer", Role.PRIMARY, "fix"))
                .rule("matrix", new UseAgent("tester", Role.SUPPORTING))
                .rule("order", new Before("tester", "reproduce", "fixer", "fix"))
                .rule("order", new Before("fixer", "fix", "tester", "verify"));

        assertThat(order()).containsExactly("fix-1 reproduce []", "fix-2 fix [fix-1]", "fix-3 verify [fix-2]");
    }

    @Test
    void phases_follow_one_another() {
        policy.parallel("First").parallel("Second").parallel("Third");
        does("a", "Third", true);
        does("b", "Second", true);
        does("c", "First", true);
        does("d", "First", true);

        assertThat(order())
                .containsExactly(
                        "first-1 c []", "first-2 d []", "second-1 b [first-1, first-2]", "third-1 a [second-1]");
    }

    @Test
    void sequential_phase_is_one_after_another() {
        policy.phases("Work");
        does("a", "Work", true);
        does("b", "Work", true);
        does("c", "Work", true);

        assertThat(order()).containsExactly("work-1 a []", "work-2 b [work-1]", "work-3 c [work-2]");
    }

    @Test
    void primary_agent_comes_first_where_nothing_else_is_said() {
        policy.phases("Work").rule("matrix", new UseAgent("c", Role.PRIMARY, "c"));
        does("a", "Work", true);
        does("c", "Work", true);

        assertThat(order()).containsExactly("work-1 c []", "work-2 a [work-1]");
    }

    @Test
    void parallel_phase_waits_only_where_a_rule_says_so() {
        policy.parallel("Work").rule("order", new Before("c", "c", "a", "a"));
        does("a", "Work", true);
        does("b", "Work", true);
        does("c", "Work", true);

        assertThat(order()).containsExactly("work-1 b []", "work-2 c []", "work-3 a [work-2]");
    }

    @Test
    void step_that_does_not_block_holds_up_only_whom_a_rule_names() {
        policy.phases("Work", "Later").rule("order", new Before("b", "b", "d", "d"));
        does("a", "Work", true);
        does("b", "Work", false);
        does("c", "Work", true);
        does("d", "Later", true);

        assertThat(order())
                .containsExactly("work-1 a []", "work-2 b [work-1]", "work-3 c [work-1]", "later-1 d [work-2, work-3]");
    }

    @Test
    void order_between_steps_of_which_one_is_missing_is_of_no_account() {
        policy.phases("Work").rule("order", new Before("b", "b", "a", "a"));
        does("a", "Work", true);

        assertThat(order()).containsExactly("work-1 a []");
    }

    @Test
    void nested_stages_come_after_the_steps_of_their_phase() {
        policy.phase(Policy.stage("Build", Policy.stage("Draft"), Policy.stage("Polish")));
        does("a", "Polish", true);
        does("b", "Draft", true);
        does("c", "Build", true);

        assertThat(order()).containsExactly("build-1 c []", "draft-1 b [build-1]", "polish-1 a [draft-1]");
        assertThat(policy.settle().phases().getFirst().phases())
                .extracting(Phase::name)
                .containsExactly("Draft", "Polish");
    }

    @Test
    void phase_without_steps_is_left_out() {
        policy.phases("Empty", "Work");
        does("a", "Work", true);

        assertThat(policy.settle().phases()).extracting(Phase::name).containsExactly("Work");
    }

    @Test
    void ids_are_distinct_where_phases_differ_only_in_signs() {
        policy.phases("Q & A", "q-a", "→", "Prüfung");
        does("a", "Q & A", true);
        does("b", "q-a", true);
        does("c", "→", true);
        does("d", "Prüfung", true);

        assertThat(policy.settle().steps())
                .extracting(Step::id)
                .containsExactly("q-a-1", "q-a-2", "phase-1", "prüfung-1");
    }

    @Test
    void rollback_takes_back_the_last_step_first() {
        policy.phases("Work")
                .rule("back", new Rollback("a", "a", "Undo a."))
                .rule("back", new Rollback("b", "b", "Undo b."));
        does("a", "Work", true);
        does("b", "Work", true);

        assertThat(policy.settle().rollback())
                .extracting(back -> back.step() + " " + back.text())
                .containsExactly("work-2 Undo b.", "work-1 Undo a.");
    }

    private void does(String agent, String phase, boolean blocking) {
        policy.rule("work", new UseAgent(agent, Role.SUPPORTING, agent))
                .rule("work", new Duty(agent, agent, phase, "Do it.", List.of(), blocking));
    }

    private List<String> order() {
        return policy.settle()
                .steps()
                .map(step -> step.id() + " " + step.purpose() + " " + step.dependsOn())
                .toList();
    }
}
