package dev.muster.agent.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.operator.ExecutorChoice.Choice;
import dev.muster.agent.executor.operator.ExecutorChoice.Chosen;
import dev.muster.agent.executor.operator.ExecutorChoice.Pick;
import dev.muster.agent.executor.operator.ExecutorChoice.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whose word counts on how an agent is called. */
class ExecutorChoiceTest {
    private static final String EXECUTORS =
            "executors: {claude: {preset: claude}, codex: {preset: codex}, dry: {kind: rehearsal}}\n";

    private static final List<AgentFile> AGENTS =
            List.of(agent("builder", ""), agent("tester", "executor: codex"), agent("guardian", "executor: person"));

    private static AgentFile agent(String name, String more) {
        String text = "---\nname: " + name + "\ndescription: x\n" + more + "\n---\nPrompt\n";
        return Objects.requireNonNull(AgentFile.read("backend/" + name + ".md", text));
    }

    private static Choice choose(String agents, Map<String, String> inPack) {
        OperatorConfig config = OperatorYaml.read("operator.yaml", EXECUTORS + agents);
        return new ExecutorChoice(config).choose("backend", AGENTS, inPack);
    }

    private static Map<String, Pick> picks(Choice choice) {
        return switch (choice) {
            case Chosen chosen -> chosen.byAgent();
            case Refused refused -> throw new AssertionError(refused.why());
        };
    }

    @Test
    void agent_file_counts_where_nothing_else_is_said() {
        assertThat(picks(choose("", Map.of("builder", "claude"))))
                .isEqualTo(Map.of(
                        "builder", new Pick("claude", "backend/pack.yaml"),
                        "tester", new Pick("codex", "backend/tester.md"),
                        "guardian", new Pick("person", "backend/guardian.md")));
    }

    @Test
    void pack_counts_more_than_agent_file() {
        assertThat(picks(choose("", Map.of("*", "claude", "guardian", "worker"))))
                .isEqualTo(Map.of(
                        "builder", new Pick("claude", "backend/pack.yaml"),
                        "tester", new Pick("claude", "backend/pack.yaml"),
                        "guardian", new Pick("worker", "backend/pack.yaml")));
    }

    @Test
    void operator_counts_most() {
        String agents = """
                agents:
                  - {executor: claude}
                  - {pack: other, executor: codex}
                  - {pack: back*, agent: guard*, executor: dry}
                """;
        assertThat(picks(choose(agents, Map.of("*", "codex"))))
                .isEqualTo(Map.of(
                        "builder", new Pick("claude", "operator.yaml:3"),
                        "tester", new Pick("claude", "operator.yaml:3"),
                        "guardian", new Pick("dry", "operator.yaml:5")));
    }

    @Test
    void nothing_at_all_is_a_rehearsal() {
        Choice choice = new ExecutorChoice(OperatorConfig.NONE)
                .choose("backend", List.of(agent("builder", ""), agent("reviewer", "")), Map.of());
        assertThat(choice).isInstanceOfSatisfying(Chosen.class, chosen -> {
            assertThat(chosen.configured()).isFalse();
            assertThat(chosen.rehearsed()).isTrue();
            assertThat(chosen.byAgent())
                    .hasSize(2)
                    .allSatisfy((agent, pick) -> assertThat(pick.executor()).isEqualTo("rehearsal"));
        });
    }

    @Test
    void only_rehearsals_are_a_rehearsal() {
        assertThat(choose("agents: [{executor: dry}]", Map.of())).isInstanceOfSatisfying(Chosen.class, chosen -> {
            assertThat(chosen.rehearsed()).isTrue();
            assertThat(chosen.configured()).isTrue();
        });
        assertThat(choose("agents: [{executor: dry}, {agent: tester, executor: person}]", Map.of()))
                .isInstanceOfSatisfying(
                        Chosen.class, chosen -> assertThat(chosen.rehearsed()).isFalse());
    }

    @Test
    void some_without_executor_are_named() {
        assertThat(choose("", Map.of()))
                .isEqualTo(new Refused(List.of(
                        "Nothing says how \"builder\" is called, while others of this plan are. Add it under `agents` in"
                                + " operator.yaml; with `executor: rehearsal` where nobody is to be called.")));
    }

    @Test
    void executor_that_is_not_there_is_named_with_who_wants_it() {
        assertThat(choose("", Map.of("*", "claud")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why())
                                .hasSize(3)
                                .first()
                                .isEqualTo(
                                        "No executor is called \"claud\", which backend/pack.yaml names for the agent \"builder\"."
                                                + " Configure it in operator.yaml. Did you mean \"claude\"?"));
    }
}
