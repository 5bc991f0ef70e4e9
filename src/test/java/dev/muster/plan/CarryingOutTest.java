package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.plan.CodeBase.Action;
import dev.muster.plan.CodeBase.Delivery;
import dev.muster.plan.CodeBase.Repository;
import dev.muster.plan.CodeBase.TestLayer;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.TestIn;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.UseSkill;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.rendering.PlanMarkdown;
import dev.muster.plan.rendering.PlanMermaid;
import dev.muster.plan.rendering.SideBySide;
import dev.muster.plan.settling.RunningFrame;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan says beyond its steps: where they work, what they read, who else plans, how it is carried out. */
class CarryingOutTest {
    private static final CodeBase CODE = new CodeBase(
            List.of(
                    new Repository("shop", "shop", Policy.pack(40, "shop")),
                    new Repository("tools", "tools", Policy.pack(41, "tools"))),
            Map.of("api", "shop"),
            List.of(new TestLayer("unit", "*_test.go in the package", "mocked")),
            new Delivery("submitter", List.of(Action.PUSH_BRANCHES), Policy.pack(42, "submitter")));

    private static Policy policy() {
        return new Policy()
                .task("Add an endpoint", "")
                .agents("builder", "tester", "submitter")
                .parallel("Work")
                .phases("End")
                .codeBase(CODE)
                .module("api", "apps/api")
                .rule("build", new UseAgent("builder", Role.PRIMARY, "build"))
                .rule("test", new UseAgent("tester", Role.SUPPORTING, "test"))
                .rule("hand in", new UseAgent("submitter", Role.SUPPORTING, "submit"))
                .rule("hand in at the end", new Duty("submitter", "submit", "End", "Hand it in.", List.of(), true))
                .rule("place", new WorkIn("builder", "api"))
                .rule("layer", new TestIn("tester", "unit"))
                .rule("guidance", new ReadSkill("builder", "guidance"))
                .rule("other skill", new ReadSkill("builder", "elsewhere"))
                .rule("protocol", new UseSkill("protocol", "before anything starts"))
                .skill("guidance", "## Rules\n- Keep it small.");
    }

    private static Step step(Plan plan, String agent) {
        return plan.steps()
                .filter(step -> step.agent().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void module_leads_to_its_folder_and_repository() {
        Plan plan = policy().settle();

        assertThat(step(plan, "builder").workingFolder()).isEqualTo("apps/api");
        assertThat(step(plan, "builder").repository()).isEqualTo("shop");
        assertThat(plan.repositories()).extracting(Plan.Repository::name).containsExactly("shop");
        assertThat(plan.repositories().getFirst().steps()).containsExactly("work-1");
    }

    @Test
    void tests_have_their_layer_and_place() {
        assertThat(step(policy().settle(), "tester").testLayer())
                .isEqualTo(CODE.testLayers().getFirst());
    }

    @Test
    void layer_or_module_that_is_nowhere_is_a_fault() {
        Policy policy = policy().rule("slip", new TestIn("builder", "unti")).rule("slip", new WorkIn("tester", "apy"));

        assertThatThrownBy(policy::settle)
                .hasMessageContaining("No test layer is called \"unti\". Did you mean \"unit\"?")
                .hasMessageContaining("No module is called \"apy\". Did you mean \"api\"?");
    }

    @Test
    void skill_whose_text_is_known_becomes_part_of_the_instruction() {
        Step step = step(policy().settle(), "builder");

        assertThat(step.instruction())
                .isEqualTo("Does what builder does.\n\n## Skill: guidance\n## Rules\n- Keep it small.");
        assertThat(step.skills()).containsExactly("elsewhere", "guidance");
        assertThat(step.sections()).extracting(Plan.SkillSection::skill).containsExactly("guidance");
        assertThat(step.sections().getFirst().because())
                .extracting(Because::rule)
                .containsExactly("guidance");
    }

    @Test
    void sequential_only_lets_no_two_steps_be_at_work_at_the_same_time() {
        Plan plan = policy().sequentialOnly().settle();
        SideBySide sideBySide = new SideBySide(plan);

        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(sideBySide.with(step)).isEmpty());
        assertThat(plan.phases()).extracting(Plan.Phase::mode).containsOnly(PhaseMode.SEQUENTIAL);
        assertThat(sideBySide.with(step(policy().settle(), "builder"))).isNotNull();
        assertThat(new SideBySide(policy().settle()).with(step(policy().settle(), "builder")))
                .isNotEmpty();
    }

    @Test
    void prerequisite_is_there_missing_or_unknown() {
        assertThat(present(policy().needs("docs/a.md"))).isNull();
        assertThat(present(policy().needs("docs/a.md").found(true, "docs/a.md")))
                .isTrue();
        assertThat(present(policy().needs("docs/").found(true, "docs/a.md"))).isTrue();
        assertThat(present(policy().needs("docs/a.md").found(true, "docs/b.md")))
                .isFalse();
        assertThat(present(policy().needs("docs/a.md").found(false, "docs/b.md")))
                .isNull();
    }

    private static @Nullable Boolean present(Policy policy) {
        return policy.settle().prerequisites().getFirst().present();
    }

    @Test
    void delivery_names_the_steps_that_hand_in() {
        Plan.Delivery delivery = Objects.requireNonNull(policy().settle().delivery());

        assertThat(delivery.steps()).containsExactly("end-1");
        assertThat(delivery.actions()).containsExactly(Action.PUSH_BRANCHES);
    }

    @Test
    void plan_of_another_pack_takes_the_place_of_the_escalation_to_it() {
        Plan plan = policy().rule("belongs to shop", new HandOver("shop-front")).settle();
        Plan other = SamplePolicies.unclear().settle();
        Plan both = plan.withHandedOver(List.of(new Plan.HandedOver("shop-front", other, List.of())));

        assertThat(plan.escalations()).extracting(Plan.Escalation::to).containsExactly("shop-front");
        assertThat(both.escalations()).isEmpty();
        assertThat(both.status()).isEqualTo(Plan.Status.NEEDS_ANSWERS);
        assertThat(both.allQuestions()).extracting(Plan.Question::id).containsExactly("goal", "method");
        assertThat(PlanMarkdown.render(both, false)).contains("## Plan of shop-front\n\n### Make the login better");
        assertThat(PlanMermaid.render(both)).contains("Plan of shop-front");
    }

    @Test
    void progress_is_kept_from_the_number_of_phases_on_that_the_pack_says() {
        RunningFrame usual = RunningFrame.USUAL;
        RunningFrame fromThree = new RunningFrame(
                usual.context(), true, usual.status(), 3, 3, List.of("analyse"), usual.report(), usual.because());

        assertThat(running(policy()).resumable()).isTrue();
        assertThat(running(policy().running(fromThree)).resumable()).isFalse();
        assertThat(running(policy().running(fromThree)).parallelFailures()).isEqualTo(3);
    }

    private static Running running(Policy policy) {
        return Objects.requireNonNull(policy.settle().running());
    }

    @Test
    void document_shows_where_and_how_it_is_carried_out() {
        RunningFrame running = new RunningFrame(
                Running.Handing.EVERYTHING,
                true,
                Running.Telling.PHASES,
                3,
                3,
                List.of("analyse", "take another way"),
                new Running.Report(Running.Format.JSON, List.of("status", "summary")),
                List.of(Policy.pack(50, "running")));

        assertThat(PlanMarkdown.render(policy().running(running).settle(), false))
                .contains("""
                ## Skills

                - `protocol`: before anything starts
                  Why: protocol

                ## Carrying it out

                - **Repository** `shop` (`shop`): `work-1`
                - **Handing in** by `end-1`, in every repository that was changed: push branches
                - **Context**: each step is handed everything that the steps before it made
                - **Audit trail**: every decision and every round of a review is on record
                - **Status**: after each phase, what is done, under way, open and blocked, and what comes next
                - **Interrupted**: starts anew
                - **Failures**: 3 or more that have nothing to do with one another are worked on side by side
                - **Trouble**: analyse → take another way
                - **Report** (json): status; summary
                """);
    }
}
