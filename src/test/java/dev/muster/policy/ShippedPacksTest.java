package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.AgentFile;
import dev.muster.plan.settling.Frame.PhaseFrame;
import dev.muster.policy.check.PackCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pack that comes with the program. */
class ShippedPacksTest {
    private static final int LEAST_PROMPT = 1_000;

    /** How many agents each team's own text names. */
    private static final Map<String, Integer> AGENTS =
            Map.of("backend", 14, "api-worker", 4, "feature-delivery", 16, "fastapi-firebase", 1, "go-aws", 9);

    static List<String> packs() {
        return Shipped.names();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void pack_has_nothing_that_the_check_would_find(String name) {
        assertThat(PackCheck.check(new PackState.Loaded(Shipped.pack(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void pack_has_its_teams_agents_with_prompts_of_real_use(String name) {
        List<AgentFile> agents = Shipped.pack(name).agents().agents();

        assertThat(agents).hasSize(AGENTS.getOrDefault(name, -1));
        assertThat(agents).allSatisfy(agent -> {
            assertThat(agent.diagnostics()).as(agent.name()).isEmpty();
            assertThat(agent.prompt().length()).as(agent.name()).isGreaterThan(LEAST_PROMPT);
            assertThat(agent.file()).isEqualTo(name + "/" + agent.name() + ".md");
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void pack_names_its_phases(String name) {
        assertThat(Shipped.pack(name).settings().frame().allPhases())
                .extracting(PhaseFrame::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(0);
    }
}
