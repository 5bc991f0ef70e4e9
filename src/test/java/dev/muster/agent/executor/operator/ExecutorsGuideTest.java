package dev.muster.agent.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.RehearsalSettings.Ending;
import dev.muster.agent.executor.operator.ExecutorChoice.Chosen;
import dev.muster.agent.executor.operator.ExecutorChoice.Pick;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.WorkReport;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/executors.md shows is what Muster does. */
class ExecutorsGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/executors.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher blocks = BLOCK.matcher(guide());
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).equals(language)) {
                found.add(blocks.group(2));
            }
        }
        return found;
    }

    @Test
    void configurations_shown_are_read() throws IOException {
        List<String> shown = blocks("yaml");
        assertThat(shown).hasSize(2);
        OperatorConfig config = OperatorYaml.read("operator.yaml", shown.getFirst());
        assertThat(config.executors()).containsKeys("claude", "careful", "builder", "pool", "team");
        var agents = Stream.of("security-guardian", "code-reviewer", "builder")
                .map(name -> Assignments.agent("name: " + name + "\ndescription: x", "x"))
                .toList();
        assertThat(new ExecutorChoice(config).choose("backend", agents, Map.of()))
                .isInstanceOfSatisfying(
                        Chosen.class,
                        chosen -> assertThat(chosen.byAgent().values())
                                .extracting(Pick::executor)
                                .containsExactly("claude", "careful", "team"));
        assertThat(OperatorYaml.read("operator.yaml", shown.getLast()).executors())
                .containsKey("rehearsal");
    }

    @Test
    void answers_shown_are_read() throws IOException {
        List<String> shown = blocks("json");
        assertThat(shown).hasSize(2);
        Outcome work = report(Purpose.WORK, shown.getFirst());
        assertThat(work).isInstanceOfSatisfying(Outcome.Succeeded.class, succeeded -> {
            assertThat(succeeded.filesCreated()).containsExactly("src/upload.ts");
            assertThat(Objects.requireNonNull(succeeded.tests()).passed()).isEqualTo(12);
        });
        Outcome review = report(Purpose.REVIEW, shown.getLast());
        assertThat(review)
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        succeeded -> assertThat(Objects.requireNonNull(succeeded.verdict())
                                        .findings())
                                .hasSize(1));
    }

    private static Outcome report(Purpose purpose, String json) {
        JsonNode result = Objects.requireNonNull(JsonIn.whole(json));
        return WorkReport.read(purpose, Objects.requireNonNull(JsonIn.whole("{\"result\": " + result + "}")));
    }

    @Test
    void agent_shown_works() throws IOException {
        Path agent = Files.writeString(folder.resolve("count"), blocks("sh").getFirst());
        Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
        OperatorConfig config = OperatorYaml.read(
                "operator.yaml", "executors: {count: {kind: command, command: [" + agent + "], result: json}}");
        Heard heard = new Heard();
        Assignment assignment = Assignments.work(folder);
        switch (new Executors(config, System.getenv(), Masking.OF_TOKENS).how("count")) {
            case CallMethod.Inside(String _, var executor) -> executor.start(assignment, heard);
            case null, default -> throw new AssertionError("It is called from here.");
        }
        long words = Files.readString(folder.resolve(".attempt/prompt.md")).split("\\s+").length;
        assertThat(heard.succeeded().summary()).isEqualTo("I was told " + words + " words.");
        assertThat(Files.readString(folder.resolve("words.txt")).strip()).isEqualTo(String.valueOf(words));
    }

    @Test
    void words_are_the_words_that_are_read() throws IOException {
        String guide = guide();
        for (Ending ending : Ending.values()) {
            assertThat(guide).contains("`" + ending.name().toLowerCase(Locale.ROOT) + "`");
        }
        for (String name : OperatorConfig.ALWAYS.keySet()) {
            assertThat(guide).contains("`" + name + "`");
        }
    }
}
