package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.plan.Because;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.CheckStep;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proposals become steps: one for each agent and purpose. */
class SettlingStepsTest {
    private final Policy policy = new Policy()
            .task("Upload invoices", "")
            .agents("api", "database", "guardian")
            .phases("Build", "Check");

    @Test
    void same_agent_and_purpose_are_one_step_with_all_reasons() {
        policy.rule("matrix", new UseAgent("api", Role.SUPPORTING, "build"), "Upload")
                .rule("pattern", new UseAgent("api", Role.PRIMARY, "build"), "invoices")
                .rule("pattern", new UseAgent("api", Role.PRIMARY, "build"), "Upload");

        Step step = onlyStep();

        assertThat(step.role()).isEqualTo(Role.PRIMARY);
        assertThat(step.because()).extracting(Because::rule).containsExactly("matrix", "pattern");
        assertThat(step.because().getLast().evidence())
                .extracting(e -> e.text())
                .containsExactly("Upload", "invoices");
    }

    @Test
    void same_agent_for_two_purposes_is_two_steps() {
        policy.rule("pattern", new UseAgent("api", Role.PRIMARY, "build"))
                .rule("pattern", new UseAgent("api", Role.PRIMARY, "repair"));

        assertThat(policy.settle().steps()).extracting(Step::purpose).containsExactly("build", "repair");
    }

    @Test
    void agent_without_purpose_joins_every_purpose_it_has() {
        policy.rule("pattern", new UseAgent("api", Role.SUPPORTING, "build"))
                .rule("pattern", new UseAgent("api", Role.SUPPORTING, "repair"))
                .rule("matrix", new UseAgent("api", Role.PRIMARY));

        assertThat(policy.settle().steps())
                .allSatisfy(step ->
                        assertThat(step.because()).extracting(Because::rule).containsExactly("matrix", "pattern"))
                .extracting(Step::purpose, Step::role)
                .containsExactly(tuple("build", Role.PRIMARY), tuple("repair", Role.PRIMARY));
    }

    @Test
    void agent_that_leads_one_type_and_supports_another_is_one_step() {
        policy.rule("matrix", new UseAgent("database", Role.PRIMARY), "Upload")
                .rule("matrix", new UseAgent("database", Role.SUPPORTING), "invoices");

        Step step = onlyStep();

        assertThat(step.purpose()).isEqualTo("implement");
        assertThat(step.role()).isEqualTo(Role.PRIMARY);
    }

    @Test
    void reviews_of_different_kinds_are_different_steps_of_one_reviewer() {
        policy.rule("uploads", new Review("security", "guardian"), "Upload")
                .rule("invoices", new Review("privacy", "guardian"), "invoices")
                .rule("again", new Review("security", "guardian"))
                .rule("experts", new UseAgent("guardian", Role.REVIEWER));

        assertThat(policy.settle().steps())
                .extracting(Step::id, Step::kind, Step::purpose, Step::role)
                .containsExactly(
                        tuple("check-1", "privacy", "review", Role.REVIEWER),
                        tuple("check-2", "security", "review", Role.REVIEWER));
    }

    @Test
    void everything_said_about_a_step_stands_in_it() {
        policy.module("invoices", "apps/invoices")
                .review("code", ReviewLevel.HARD, 2)
                .rule("pattern", new UseAgent("api", Role.PRIMARY, "build"))
                .rule("duty", new Duty("api", "build", "Check", "Build it.", List.of("tests", "code"), false))
                .rule("focus", new Focus("api", "build", "Mind the size."))
                .rule("focus", new Focus("api", "repair", "Not this one."))
                .rule("skill", List.of(new ReadSkill("api", "s3"), new ReadSkill("api", "pdf")))
                .rule("module", new WorkIn("api", "invoices"))
                .rule("check", new CheckStep("api", List.of("npm", "test"), OnFailure.REWORK))
                .rule("gate", new ReviewOutput("api", "code", "guardian"));

        Step step = onlyStep();

        assertThat(step.id()).isEqualTo("check-1");
        assertThat(step.instruction()).isEqualTo("Build it.\n- Mind the size.");
        assertThat(step.deliverables()).containsExactly("tests", "code");
        assertThat(step.blocking()).isFalse();
        assertThat(step.skills()).containsExactly("pdf", "s3");
        assertThat(step.module()).isEqualTo("invoices");
        assertThat(step.workingFolder()).isEqualTo("apps/invoices");
        assertThat(step.checks()).extracting(Plan.Check::command).containsExactly(List.of("npm", "test"));
        assertThat(step.reviews())
                .extracting(Plan.ReviewGate::agent, Plan.ReviewGate::level, Plan.ReviewGate::maxRounds)
                .containsExactly(tuple("guardian", ReviewLevel.HARD, 2));
        assertThat(step.because())
                .extracting(Because::rule)
                .containsExactly("pattern", "duty", "focus", "skill", "module");
    }

    @Test
    void reviewers_output_is_not_reviewed() {
        policy.rule("uploads", new Review("security", "guardian"))
                .rule("gates", new ReviewOutput("guardian", "code", "api"));

        assertThat(onlyStep().reviews()).isEmpty();
    }

    @Test
    void agent_without_duty_is_told_what_it_is_for() {
        policy.rule("matrix", new UseAgent("api", Role.PRIMARY));

        assertThat(onlyStep().instruction()).isEqualTo("Does what api does.");
    }

    private Step onlyStep() {
        List<Step> steps = policy.settle().steps().toList();
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }
}
