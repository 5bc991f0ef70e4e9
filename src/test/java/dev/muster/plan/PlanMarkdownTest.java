package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Requirement;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Escalate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMarkdownTest {
    @Test
    void orchestratedPlan_isADocument() {
        assertThat(PlanMarkdown.render(SamplePolicies.invoices().settle(), false))
                .isEqualTo(Expected.text("invoices.md"));
    }

    @Test
    void orchestratedPlanWithWhy_hasEveryReasonWithPlaceFactsAndWords() {
        assertThat(PlanMarkdown.render(SamplePolicies.invoices().settle(), true))
                .isEqualTo(Expected.text("invoices-why.md"));
    }

    @Test
    void planWithQuestions_showsThemFirst() {
        assertThat(PlanMarkdown.render(SamplePolicies.unclear().settle(), false))
                .isEqualTo(Expected.text("unclear.md"));
    }

    @Test
    void handover_saysThatNothingIsPlannedHere() {
        assertThat(PlanMarkdown.render(SamplePolicies.elsewhere().settle(), false))
                .isEqualTo(Expected.text("elsewhere.md"));
    }

    @Test
    void directPlan_namesItsOneAgent() {
        assertThat(PlanMarkdown.render(SamplePolicies.small().settle(), false)).isEqualTo(Expected.text("small.md"));
    }

    @Test
    void nestedStages_areNumberedWithinTheirPhase() {
        assertThat(PlanMarkdown.render(SamplePolicies.nested().settle(), false)).isEqualTo(Expected.text("nested.md"));
    }

    @Test
    void hostileText_staysText() {
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
