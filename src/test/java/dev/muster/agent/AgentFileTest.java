package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.fact.Agent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFileTest {

    @Test
    void fact_has_what_rules_may_see() {
        AgentFile agent = read("---\nname: clerk\ndescription: Books\ntools: Read, Edit\n---\nBook.\n");
        assertThat(agent.fact()).isEqualTo(new Agent("clerk", "Books", List.of("Read", "Edit"), "pack/file.md"));
    }

    @Test
    void prompt_of_200_kilobytes_is_kept() {
        String body = IntStream.range(0, 4_000)
                .mapToObj(i -> "Line " + i + " says: keep me, with all the blanks. \n")
                .collect(Collectors.joining());
        assertThat(body.length()).isGreaterThan(180_000);
        assertThat(read("---\nname: long\ndescription: Talks\n---\n" + body).prompt())
                .isEqualTo(body);
    }

    @Test
    void description_of_200_kilobytes_is_kept() {
        String description = "Use for this: and for that. ".repeat(7_500).strip();
        assertThat(read("---\nname: long\ndescription: " + description + "\n---\n")
                        .description())
                .isEqualTo(description);
    }

    @Test
    void text_without_front_matter_is_no_agent() {
        assertThat(AgentFile.read("README.md", "# Agents\n\n---\nname: x\n---\n"))
                .isNull();
        assertThat(AgentFile.read("README.md", "")).isNull();
        assertThat(AgentFile.read("README.md", "---")).isNull();
        assertThat(AgentFile.read("README.md", "---\nSome prose\n---\n")).isNull();
    }

    @Test
    void front_matter_of_something_else_is_no_agent() {
        assertThat(AgentFile.read("page.md", "---\ntitle: Welcome\nlayout: post\n---\nHello\n"))
                .isNull();
    }

    @Test
    void name_of_file_is_used_without_its_extensions() {
        assertThat(name("team/reviewer.agent.md")).isEqualTo("reviewer");
        assertThat(name("deep/er/Reviewer.MD")).isEqualTo("Reviewer");
    }

    @Test
    void diagnostic_says_place_severity_and_what_to_do() {
        AgentFile agent = read("---\nname: a\ndescription: Use for: b\n---\nx\n");
        assertThat(agent.diagnostics())
                .hasToString(
                        "[pack/file.md:3:1: warning: The value of \"description\" is not valid YAML (a colon with a"
                                + " blank begins a new value); it was read as plain text. Put the value in single quotes and"
                                + " double each single quote inside it.]");
    }

    private static String name(String file) {
        return Objects.requireNonNull(AgentFile.read(file, "---\ndescription: x\n---\ny\n"))
                .name();
    }

    private static AgentFile read(String text) {
        return Objects.requireNonNull(AgentFile.read("pack/file.md", text));
    }

    /** Of one value YAML's parser takes the time of its length squared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: %s",
                "description: \"%s\"",
                "description: y\nname: %s",
                "description: y\ntools: [%s]",
                "description: y\nmodel: %s",
                "description: |\n  %s",
                "description: y\n%s: z",
                "description: <example>%s",
            })
    void value_as_long_as_may_be_is_read_in_no_time(String front) {
        for (String part :
                List.of("a", "a-", "a ", "a, ", "a\n  ", "<example> ", "a: ", "- ", "\\n", "# ", "\"", "'")) {
            String text =
                    "---\nname: x\n" + front.formatted(part.repeat(1_000_000 / part.length())) + "\n---\nDo it.\n";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> AgentFile.read("a.md", text), front + " of " + part);
        }
    }
}
