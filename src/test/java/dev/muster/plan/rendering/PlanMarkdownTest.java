package dev.muster.plan.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Requirement;
import dev.muster.plan.Expected;
import dev.muster.plan.Plan;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.SamplePolicies;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMarkdownTest {
    @Test
    void orchestrated_plan_is_a_document() {
        assertThat(PlanMarkdown.render(SamplePolicies.invoices().settle(), false))
                .isEqualTo(Expected.text("invoices.md"));
    }

    @Test
    void orchestrated_plan_with_why_has_every_reason_with_place_facts_and_words() {
        assertThat(PlanMarkdown.render(SamplePolicies.invoices().settle(), true))
                .isEqualTo(Expected.text("invoices-why.md"));
    }

    @Test
    void plan_with_questions_shows_them_first() {
        assertThat(PlanMarkdown.render(SamplePolicies.unclear().settle(), false))
                .isEqualTo(Expected.text("unclear.md"));
    }

    @Test
    void handover_says_that_nothing_is_planned_here() {
        assertThat(PlanMarkdown.render(SamplePolicies.elsewhere().settle(), false))
                .isEqualTo(Expected.text("elsewhere.md"));
    }

    @Test
    void direct_plan_names_its_one_agent() {
        assertThat(PlanMarkdown.render(SamplePolicies.small().settle(), false)).isEqualTo(Expected.text("small.md"));
    }

    @Test
    void nested_stages_are_numbered_within_their_phase() {
        assertThat(PlanMarkdown.render(SamplePolicies.nested().settle(), false)).isEqualTo(Expected.text("nested.md"));
    }

    @Test
    void hostile_text_stays_text() {
        String hostile = "# Drop |tables| <script>`x\n\n- @everyone ![a](b)";
        Plan plan = new Policy()
                .task(hostile, "")
                .phases("Implementation")
                .rule(hostile, new Requirement("constraint", hostile), hostile)
                .rule(hostile, new Escalate(hostile, hostile), hostile)
                .rule(hostile, new Ask(hostile, hostile, List.of(hostile)), hostile)
                .answered(hostile + "?", hostile)
                .settle();

        for (boolean why : List.of(true, false)) {
            assertThat(PlanMarkdown.render(plan, why).lines())
                    .noneMatch(line -> line.endsWith(" "))
                    .noneMatch(line -> withoutCode(line).matches(".*(@everyone|<script|!\\[).*"))
                    .filteredOn(line -> line.startsWith("#"))
                    .allMatch(line -> line.startsWith("# \\# Drop") || line.matches("##+ [A-Z][a-z ]+"));
        }
    }

    private static String withoutCode(String line) {
        return line.replaceAll("\\\\.", "").replaceAll("(`+).+?\\1(?!`)", "");
    }
}
