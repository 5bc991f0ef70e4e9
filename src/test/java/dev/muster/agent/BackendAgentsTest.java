package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agents that come with pack {@code backend}. */
class BackendAgentsTest {
    private static final Path ROOT = Path.of("agents");
    private static AgentCatalogue catalogue = AgentCatalogue.of(Map.of());

    @BeforeAll
    static void load() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(ROOT.resolve("backend"))) {
            for (Path path : paths.toList()) {
                files.put(ROOT.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        catalogue = AgentCatalogue.of(files);
    }

    @Test
    void all_fourteen_are_there() {
        assertThat(catalogue.agents())
                .extracting(AgentFile::name)
                .containsExactly(
                        "api-documentation-architect",
                        "authentication-sentinel",
                        "database-migration-strategist",
                        "devops-containerization-expert",
                        "environment-configuration-master",
                        "nestjs-api-master",
                        "nestjs-code-architect",
                        "performance-optimization-expert",
                        "prisma-database-architect",
                        "queue-processing-expert",
                        "redis-caching-strategist",
                        "security-guardian",
                        "test-engineering-specialist",
                        "websocket-realtime-expert");
    }

    @Test
    void files_give_no_diagnostics() {
        assertThat(catalogue.diagnostics()).isEmpty();
        assertThat(catalogue.skipped()).isEmpty();
    }

    @Test
    void file_is_called_after_its_agent() {
        assertThat(catalogue.agents())
                .allSatisfy(agent -> assertThat(agent.file()).isEqualTo("backend/" + agent.name() + ".md"));
    }

    @Test
    void description_says_when_to_use_the_agent() {
        assertThat(catalogue.agents())
                .extracting(AgentFile::description)
                .allSatisfy(description -> assertThat(description)
                        .containsPattern("\\. Use (for|before|to) ")
                        .hasSizeLessThan(300));
    }

    @Test
    void prompt_says_what_is_given_what_is_out_of_bounds_and_what_to_hand_in() {
        assertThat(catalogue.agents()).extracting(AgentFile::prompt).allSatisfy(prompt -> {
            assertThat(prompt).contains("\n## Boundaries\n", "\n## Hand in\n");
            assertThat(prompt.lines().count()).isBetween(40L, 95L);
        });
    }

    @Test
    void tools_and_model_are_named() {
        assertThat(catalogue.agents()).allSatisfy(agent -> {
            assertThat(agent.allTools()).isFalse();
            assertThat(agent.tools()).contains("Read", "Grep", "Glob");
            assertThat(agent.model()).isIn("sonnet", "opus");
        });
    }

    @Test
    void security_reviewer_cannot_write() {
        AgentFile guardian = Objects.requireNonNull(catalogue.find("security-guardian"));
        assertThat(guardian.tools()).containsExactly("Read", "Grep", "Glob", "Bash");
    }

    @Test
    void reviewers_hand_in_a_verdict() {
        for (String reviewer : new String[] {"security-guardian", "performance-optimization-expert"}) {
            assertThat(Objects.requireNonNull(catalogue.find(reviewer)).prompt())
                    .contains("\"verdict\"", "\"findings\"", "\"severity\"", "\"mustFix\"");
        }
    }
}
