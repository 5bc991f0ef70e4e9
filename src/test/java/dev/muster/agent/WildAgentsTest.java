package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Agent files as people really have them. Beside each {@code .md} stands a {@code .txt} with all that is read from it;
 * run with {@code -Dapprove=true} to write these anew, and read the difference.
 */
class WildAgentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/wild-agents");

    @TestFactory
    Stream<DynamicTest> agent_is_read_as_approved() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    String read =
                            Rendered.agent(AgentFile.read(file.getFileName().toString(), Files.readAllBytes(file)));
                    Path approved = Path.of(file.toString().replaceFirst("\\.md$", ".txt"));
                    if (Boolean.getBoolean("approve")) {
                        Files.writeString(approved, read);
                    }
                    assertThat(read).isEqualTo(Files.readString(approved));
                }));
    }

    @TestFactory
    Stream<DynamicTest> file_is_kept_to_the_letter() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    AgentText text = AgentText.of("x.md", Files.readAllBytes(file));
                    assertThat(Pieces.putTogether(AgentFile.read("x.md", text.text()), text.text()))
                            .isEqualTo(text.text());
                }));
    }

    @Test
    void wild_files_are_many() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void line_ends_of_test_files_are_not_normalised() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("windows-line-ends.md"), StandardCharsets.UTF_8))
                .contains("First line.\r\nLast line.\r\n");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
