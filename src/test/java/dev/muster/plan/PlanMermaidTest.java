package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.UseAgent;
import org.junit.jupiter.api.Test;

class PlanMermaidTest {
    @Test
    void steps_standInTheirPhasesBehindTheirGates() {
        assertThat(PlanMermaid.render(SamplePolicies.invoices().settle())).isEqualTo(Expected.text("invoices.mmd"));
    }

    @Test
    void questionsAndEscalations_comeFirst() {
        assertThat(PlanMermaid.render(SamplePolicies.unclear().settle())).isEqualTo(Expected.text("unclear.mmd"));
    }

    @Test
    void nestedStages_areNested() {
        assertThat(PlanMermaid.render(SamplePolicies.nested().settle())).isEqualTo(Expected.text("nested.mmd"));
    }

    @Test
    void planWithoutAnything_isStillADiagram() {
        Plan empty = new Policy().task("x", "").phases("Work").settle();

        assertThat(PlanMermaid.render(empty)).startsWith("""
                flowchart TD
                  nothing["No step"]:::muster_supporting
                """);
    }

    @Test
    void hostileText_isWrittenAsCharacterCodes() {
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
