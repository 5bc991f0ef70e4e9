package dev.muster.plan.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Expected;
import dev.muster.plan.Plan;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Role;
import dev.muster.plan.SamplePolicies;
import org.junit.jupiter.api.Test;

class PlanMermaidTest {
    @Test
    void steps_stand_in_their_phases_behind_their_gates() {
        assertThat(PlanMermaid.render(SamplePolicies.invoices().settle())).isEqualTo(Expected.text("invoices.mmd"));
    }

    @Test
    void questions_and_escalations_come_first() {
        assertThat(PlanMermaid.render(SamplePolicies.unclear().settle())).isEqualTo(Expected.text("unclear.mmd"));
    }

    @Test
    void nested_stages_are_nested() {
        assertThat(PlanMermaid.render(SamplePolicies.nested().settle())).isEqualTo(Expected.text("nested.mmd"));
    }

    @Test
    void plan_without_anything_is_still_a_diagram() {
        Plan empty = new Policy().task("x", "").phases("Work").settle();

        assertThat(PlanMermaid.render(empty)).startsWith("""
                flowchart TD
                  nothing["No step"]:::muster_supporting
                """);
    }

    @Test
    void hostile_text_is_written_as_character_codes() {
        Plan plan = new Policy()
                .task("x", "")
                .agents("end")
                .phases("end")
                .rule("it is needed", new UseAgent("end", Role.PRIMARY, "graph"))
                .rule("it is odd", new Ask("odd", "\"]; %%{init: {}}%%\n`é` <b>#quot;"))
                .rule("it is blank", new Ask("blank", " "))
                .settle();

        assertThat(PlanMermaid.render(plan)).startsWith("""
                flowchart TD
                  subgraph questions["Open questions"]
                    n1(["#34;#93;#59; #37;#37;#123;init#58; #123;#125;#125;#37;#37; #96;é#96; #60;b#62;#35;quot#59;"]):::muster_question
                    n2([" "]):::muster_question
                  end
                  subgraph phase1["end"]
                    n3["end-1<br/>end<br/>graph"]:::muster_primary
                  end
                  questions -.-> phase1
                """);
    }
}
