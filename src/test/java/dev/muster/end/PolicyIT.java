package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of {@code muster policy} that ask about plans and changes. */
class PolicyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHIPPED = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private Program muster;

    @BeforeEach
    void setUp() throws IOException {
        copy("rules");
        copy("agents");
        muster = Program.in(folder);
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED.resolve(name))) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private void loseMoney() throws IOException {
        Path file = folder.resolve("rules/backend/triggers.drl");
        String text = Files.readString(file);
        int start = text.indexOf("rule \"Money is a security trigger\"");
        Files.writeString(file, text.substring(0, start) + text.substring(text.indexOf("end\n", start) + 4));
    }

    private Path tasks() throws IOException {
        return Files.writeString(folder.resolve("tasks.jsonl"), """
                {"id": "pay", "title": "Refund", "text": "Add an endpoint that refunds a payment"}
                {"id": "tidy", "text": "Rename the module"}
                """);
    }

    private String planned(String text) throws IOException {
        return JSON.readTree(muster.run("plan", text, "--format", "json").out())
                .get("id")
                .asText();
    }

    @Test
    void why_of_an_agent_that_is_not_there_names_the_words_that_bring_it_in() throws IOException {
        String plan = planned("Add an endpoint where customers upload invoices");

        Program.Ended text = muster.run("policy", "why", plan, "redis-caching-strategist");
        Program.Ended json = muster.run("policy", "why", plan, "redis-caching-strategist", "--format", "json");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .startsWith("The agent redis-caching-strategist is not in the plan.")
                .contains("cache");
        assertThat(JSON.readTree(json.out()).at("/answers/0/enough").findValuesAsText("signal"))
                .contains("cache");
    }

    @Test
    void why_about_nothing_that_there_is_says_what_was_probably_meant() throws IOException {
        Program.Ended ended = muster.run("policy", "why", planned("Add an endpoint"), "security-gardian");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("Did you mean \"security-guardian\"?");
    }

    @Test
    void impact_of_a_lost_trigger_shows_the_lost_review_first_and_fails() throws IOException {
        loseMoney();

        Program.Ended ended = muster.run(
                "policy", "impact", "--against", SHIPPED.resolve("rules").toString(), "--tasks", tasks().toString());

        assertThat(ended.out()).contains("\n\nLOST  hard review security in 1 plan: pay\n");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void impact_on_kept_plans_takes_their_tasks() throws IOException {
        planned("Add an endpoint that refunds a payment");
        loseMoney();

        Program.Ended ended =
                muster.run("policy", "impact", "--against", SHIPPED.toString(), "--last", "5", "--format", "json");

        JsonNode impact = JSON.readTree(ended.out());
        assertThat(impact.get("hardReviewsLost").asInt()).isEqualTo(1);
        assertThat(impact.at("/reviewsLost/0/level").asText()).isEqualTo("hard");
    }

    @Test
    void impact_against_a_git_reference_plans_with_the_rules_of_that_commit() throws IOException {
        assumeThat(git("--version")).as("git is there").isZero();
        assertThat(git("init", "-q")).isZero();
        assertThat(git("add", "rules", "agents")).isZero();
        assertThat(git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x"))
                .isZero();
        loseMoney();

        Program.Ended ended = muster.run("policy", "impact", "--against", "HEAD", "--tasks", tasks().toString());

        assertThat(ended.out()).contains("LOST  hard review security in 1 plan: pay");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void impact_against_nothing_that_there_is_says_so() throws IOException {
        Program.Ended ended = muster.run("policy", "impact", "--against", "nowhere", "--tasks", tasks().toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("\"nowhere\" is no folder").contains("Name a folder with rules");
    }

    @Test
    void impact_of_a_line_that_is_no_task_names_the_line() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), "{\"text\": \"x\"}\nnonsense\n");

        Program.Ended ended = muster.run("policy", "impact", "--against", "rules", "--tasks", file.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("bad.jsonl:2: this is no JSON");
    }

    @Test
    void test_of_some_cases_writes_junit_and_says_what_they_do_not_reach() throws IOException {
        Path xml = folder.resolve("cases.xml");

        Program.Ended ended = muster.run("policy", "test", "--file", "scope", "--junit", xml.toString(), "--coverage");

        assertThat(ended.out())
                .contains("0 red")
                .contains("no case makes the rule")
                .contains("Coverage of backend: ");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(Files.readString(xml)).contains("<testsuite ").contains("name=\"backend/scope.cases.yaml\"");
    }

    private int git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
