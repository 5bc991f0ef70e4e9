package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans carried out by the packaged program, without a server. */
class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Program muster;

    @BeforeEach
    void program() {
        muster = Program.in(folder);
    }

    @Test
    void task_is_planned_rehearsed_and_reported() {
        Program.Ended ended = muster.run("run", "Add an endpoint that lists refunds", "--yes", "--seed", "7");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("this is a rehearsal", "▸ Implementation", "The run is completed");
        assertThat(ended.out())
                .startsWith("# Run: Add an endpoint that lists refunds")
                .contains("nobody was called");
        assertThat(muster.run("audit", "verify", runId()).out()).contains("The record is sound");
    }

    private String runId() {
        return muster.run("runs").out().split(" ")[0];
    }

    @Test
    void program_of_an_open_run_gets_no_key_and_carries_nothing_on() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  failing: {kind: command, command: ["false"]}
                agents:
                  - {executor: failing}
                """);
        Program.Ended left = muster.run("run", "Add an endpoint that lists refunds", "--no-wait");
        assertThat(left.err()).contains("The run waits");
        String run = runId();

        Program.Ended late = muster.run("keys", "new", "late", "--role", "approver");
        assertThat(late.exitCode()).as(late.out()).isNotZero();
        assertThat(late.err()).contains("a terminal that was open before that run began", run);
        Program.Ended ofProgram = muster.with("MUSTER_RUN", run).run("resume", run);
        assertThat(ofProgram.exitCode()).as(ofProgram.out()).isNotZero();
        assertThat(ofProgram.err()).contains("carrying on a run is a person's to do");

        assertThat(muster.run("cancel", run, "--why", "enough").exitCode()).isZero();
        assertThat(muster.run("keys", "new", "late", "--role", "approver").exitCode())
                .as("once it has ended")
                .isZero();
    }

    @Test
    void events_come_one_a_line_and_the_report_last() throws IOException {
        Program.Ended ended = muster.run("run", "Add an endpoint that lists refunds", "--json", "--yes");

        List<String> lines = ended.out().lines().toList();
        assertThat(JSON.readTree(lines.getFirst()).at("/event/type").asText()).isEqualTo("run-started");
        JsonNode report = JSON.readTree(lines.getLast());
        assertThat(report.get("status").asText()).isEqualTo("complete");
        assertThat(report.has("phases_completed")).isTrue();
    }

    @Test
    void run_that_needs_a_person_is_left_waiting_and_goes_on_once_one_has_answered() throws IOException {
        Program approving = muster.with(
                "MUSTER_KEY",
                muster.run("keys", "new", "ann", "--role", "approver").out().strip());
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  calm: {kind: rehearsal, failures: 0, changes: 0}
                  ann: {kind: person}
                agents:
                  - {executor: calm}
                  - {agent: api-builder, executor: ann}
                """);
        Program.Ended left = muster.run(
                "run",
                "Build the backend with its worker and its tests",
                "--pack",
                "api-worker",
                "--no-wait",
                "--seed",
                "3");
        assertThat(left.exitCode()).as(left.err()).isZero();
        String run = runId();
        int answered = 0;
        for (int turn = 0; turn < 20 && left.err().contains("The run waits"); turn++) {
            String[] how = left.err()
                    .lines()
                    .filter(line -> line.contains("muster approve ") && !line.endsWith(" stop"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst(".*muster approve ", "")
                    .split(" ");
            answered++;
            String choice = how[2].equals("'…'") ? "done" : how[2];
            Program.Ended said = approving.run("approve", how[0], how[1], choice, "--why", "fine");
            assertThat(said.exitCode()).as(said.err()).isZero();
            left = muster.run("resume", run, "--no-wait");
        }

        assertThat(answered).isPositive();
        assertThat(left.err()).contains("The run is completed");
        assertThat(left.out()).contains("# Run: Build the backend with its worker", "nobody was called");
        assertThat(muster.run("audit", "verify", run).exitCode()).isZero();
    }

    @Test
    void programs_of_the_operator_do_the_work() throws IOException {
        Path agent = Files.writeString(folder.resolve("Agent.java"), """
                import java.io.*;
                import java.nio.file.*;
                public class Agent {
                    public static void main(String[] arguments) throws IOException {
                        String prompt = new String(System.in.readAllBytes());
                        boolean review = prompt.contains("\\"verdict\\"");
                        Files.writeString(Path.of("work-" + System.getenv("MUSTER_STEP") + ".txt"), prompt.length() + "");
                        System.out.println(review
                                ? "{\\"verdict\\": \\"pass\\", \\"summary\\": \\"looked at\\", \\"findings\\": []}"
                                : "{\\"status\\": \\"done\\", \\"summary\\": \\"did it\\", \\"filesCreated\\": [\\"a.txt\\"]}");
                    }
                }
                """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path workspace = Files.createDirectory(folder.resolve("shop"));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  builder: {kind: command, command: [%s, %s], prompt: stdin, result: json}
                agents:
                  - {executor: builder}
                """.formatted(java, agent));

        Program.Ended ended =
                muster.run("run", "Add an endpoint that lists refunds", "--workspace", workspace.toString(), "--yes");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("did it").doesNotContain("nobody was called");
        assertThat(workspace.toFile().list()).anyMatch(name -> name.startsWith("work-implementation"));
    }

    @Test
    void plan_that_is_not_there_cannot_be_run() {
        Program.Ended ended = muster.run("run", "--plan", "nothing");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no plan \"nothing\"");
    }
}
