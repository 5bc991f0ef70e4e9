package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanIT {
    private static final String TASK =
            "Add an endpoint where customers upload invoices as PDF, store them in S3 and notify"
                    + " the accountant by e-mail";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Program muster;

    @BeforeEach
    void setUp() {
        muster = Program.in(folder);
    }

    @Test
    void task_as_an_argument_gives_an_explained_plan_and_nothing_else_on_either_stream() throws IOException {
        Program.Ended ended = muster.run("plan", TASK, "--format", "json", "--no-store");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        JsonNode plan = JSON.readTree(ended.out());
        assertThat(agents(plan, "primary")).containsExactly("nestjs-api-master");
        assertThat(agents(plan, "supporting"))
                .contains("prisma-database-architect", "test-engineering-specialist", "api-documentation-architect");
        assertThat(agents(plan, "reviewer")).containsExactly("security-guardian");
        assertThat(plan.at("/analysis/securityTriggers").findValuesAsText("name"))
                .contains("file-transfer", "external-api", "user-data");
        JsonNode because = plan.at("/analysis/securityTriggers/0/because/0");
        assertThat(because.get("file").asText()).startsWith("backend/");
        assertThat(because.get("line").asInt()).isPositive();
        assertThat(because.at("/evidence/0/text").asText()).isNotEmpty();
    }

    @Test
    void text_from_an_argument_a_file_and_standard_input_gives_the_same_plan() throws IOException {
        Path file = Files.writeString(folder.resolve("task.md"), "\uFEFF" + TASK);

        String argument = plan(muster.run("plan", TASK, "--format=json", "--no-store"));

        assertThat(plan(muster.run("plan", "-f", file.toString(), "--format=json", "--no-store")))
                .isEqualTo(argument);
        assertThat(plan(muster.runWith(TASK, "plan", "--format=json", "--no-store")))
                .isEqualTo(argument);
        assertThat(plan(muster.runWith(TASK, "plan", "-", "--format=json", "--no-store")))
                .isEqualTo(argument);
    }

    @Test
    void plan_needs_no_data_folder_where_it_is_not_kept() {
        Program nowhere = muster.with("MUSTER_DATA", "/dev/null/nowhere");

        assertThat(nowhere.run("plan", TASK, "--no-store").exitCode()).isZero();
        Program.Ended kept = nowhere.run("plan", TASK);
        assertThat(kept.exitCode()).isEqualTo(1);
        assertThat(kept.out()).isEmpty();
        assertThat(kept.err()).contains("/dev/null/nowhere").contains("--no-store");
    }

    @Test
    void kept_plan_is_shown_again_to_the_byte() throws IOException {
        String made = muster.run("plan", TASK, "--format=json", "--ref", "T-1").out();
        String id = JSON.readTree(made).get("id").asText();

        assertThat(muster.run("show", id, "--format=json").out()).isEqualTo(made);
        assertThat(muster.run("plans").out()).startsWith(id).contains("[T-1] Add an endpoint");
    }

    @Test
    void batch_answers_each_line_in_order_before_it_reads_the_next() throws Exception {
        Process process = muster.start("plan", "--batch", "-", "--no-store");
        try (Writer tasks = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            tasks.write("{\"id\": \"a\", \"text\": \"Add an endpoint\", \"labels\": {}}\n");
            tasks.flush();
            assertThat(JSON.readTree(answers.readLine()).at("/task/ref").asText())
                    .isEqualTo("a");
            tasks.write("{\"id\": \"b\", \"text\": \" \"}\nno JSON\n{\"id\": 4, \"title\": \"Add an index\"}\n");
            tasks.close();
            assertThat(answers.readLine()).contains("\"kind\":\"empty-text\"").endsWith("\"line\":2,\"ref\":\"b\"}");
            assertThat(answers.readLine())
                    .contains("\"kind\":\"malformed-json\"")
                    .endsWith("\"line\":3}");
            assertThat(JSON.readTree(answers.readLine()).at("/task/ref").asText())
                    .isEqualTo("4");
            assertThat(answers.readLine()).isNull();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void broken_policy_ends_with_3_and_every_fault_with_its_place() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules/backend"));
        Files.writeString(rules.resolve("pack.yaml"), "titel: x\nphases: 5\n");
        Files.writeString(rules.resolve("a.drl"), "package backend\nrule \"x\"\nwhen\n  Trigerr()\nthen\nend\n");

        Program.Ended ended =
                muster.run("plan", TASK, "--rules", rules.getParent().toString(), "--no-store");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsPattern("(?m)^backend/a\\.drl:4:\\d+: .*Trigger")
                .containsPattern("(?m)^backend/pack\\.yaml:1:\\d+: .*title");
    }

    @Test
    void wrong_usage_ends_with_2_and_says_the_likely_word() {
        assertThat(muster.run("plna", TASK)).satisfies(wrong("Did you mean \"plan\"?"));
        assertThat(muster.run("plan", "--fromat", "json", TASK)).satisfies(wrong("Did you mean \"--format\"?"));
        assertThat(muster.run("plan", "--pack", "backnd", "--no-store", TASK))
                .satisfies(wrong("Did you mean \"backend\"?"));
        assertThat(muster.run("plan", "--no-store", " ")).satisfies(wrong("The task is empty."));
        assertThat(muster.run("plan", "-f", "nowhere.md")).satisfies(wrong("nowhere.md"));
        assertThat(muster.run("plan", "--rules", "nowhere", TASK))
                .satisfies(wrong("\"nowhere\" is no folder that is there."));
        assertThat(muster.run()).satisfies(wrong("a verb is missing"));
    }

    @Test
    void help_teaches_and_version_is_said_without_anything_else() {
        Program.Ended help = muster.run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Examples:").contains("Exit codes:");
        assertThat(muster.run("--version").out()).matches("muster \\S+\\R");
    }

    @Test
    void vocabulary_says_what_a_rule_can_touch() throws IOException {
        assertThat(muster.run("policy", "vocabulary", "Trigger").out())
                .startsWith("Trigger: ")
                .contains("\n  kind (String): ")
                .doesNotContain("Functions");
        JsonNode all = JSON.readTree(
                muster.run("policy", "vocabulary", "--format=json").out());
        assertThat(all.findValuesAsText("name")).contains("Signal", "Review");
        assertThat(muster.run("policy", "vocabulary", "Triger")).satisfies(wrong("Did you mean \"Trigger\"?"));
    }

    @Test
    void flat_agents_folder_is_the_chosen_packs() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(agents.resolve("only.md"), "---\nname: only\ndescription: Does it all.\n---\nDo it.\n");

        assertThat(muster.run("agents", "--agents", agents.toString()).err()).isEmpty();
        Program.Ended ended = muster.run("plan", TASK, "--agents", agents.toString(), "--no-store");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("nestjs-api-master");
    }

    private static Consumer<Program.Ended> wrong(String words) {
        return ended -> {
            assertThat(ended.err()).contains(words);
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
        };
    }

    private static List<String> agents(JsonNode plan, String role) {
        List<String> agents = new ArrayList<>();
        plan.findParents("role").forEach(step -> {
            if (step.get("role").asText().equals(role)) {
                agents.add(step.get("agent").asText());
            }
        });
        return agents;
    }

    /** The plan without what differs from one planning to the next. */
    private static String plan(Program.Ended ended) throws IOException {
        ObjectNode plan = (ObjectNode) JSON.readTree(ended.out());
        plan.remove(List.of("id", "createdAt"));
        return plan.toString();
    }
}
