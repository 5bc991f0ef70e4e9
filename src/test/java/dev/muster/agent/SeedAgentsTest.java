package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agent files of real teams, where {@code MUSTER_SEEDS} names their folder, and very large ones. */
class SeedAgentsTest {
    private static final int LARGE = 200 * 1024;

    @Test
    void seed_is_an_agent_on_its_own_and_nothing_of_it_is_lost() throws IOException {
        String folder = System.getenv("MUSTER_SEEDS");
        assumeTrue(folder != null, "MUSTER_SEEDS names no folder of agent files, so none is read.");
        List<Path> files;
        try (Stream<Path> paths = Files.list(Path.of(folder))) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            AgentFile agent = Objects.requireNonNull(AgentFile.read("seed.md", bytes), file.toString());
            String text = AgentText.of("seed.md", bytes).text();

            assertThat(agent.name()).as(file.toString()).isNotBlank();
            assertThat(agent.description()).as(file.toString()).isNotBlank();
            assertThat(Pieces.putTogether(agent, text)).as(file.toString()).isEqualTo(text);
            assertThat(AgentCatalogue.of(Map.of("seed.md", text)).agents()).hasSize(1);
        }
    }

    @Test
    void prompt_of_two_hundred_kilobytes_is_kept_whole() {
        String prompt = "Do this: and that.\n".repeat(LARGE / 19 + 1);
        AgentFile agent = Objects.requireNonNull(
                AgentFile.read("large.md", "---\nname: large\ndescription: Has much to say\n---\n" + prompt));

        assertThat(agent.prompt()).isEqualTo(prompt);
        assertThat(agent.diagnostics()).isEmpty();
    }
}
