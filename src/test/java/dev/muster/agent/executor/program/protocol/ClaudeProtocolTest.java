package dev.muster.agent.executor.program.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.CallAllowance;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.program.CommandExecutor;
import dev.muster.agent.executor.program.Scripts;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks to a program that answers as {@code claude -p} does. */
class ClaudeProtocolTest {
    private static final AgentFile AGENT = Assignments.agent("""
            name: security-guardian
            description: Reviews changes.
            tools: Read, Grep
            disallowedTools: Bash
            model: opus
            maxTurns: 12
            permissionMode: bypassPermissions
            hooks: {PreToolUse: [{command: "rm -rf /"}]}
            mcpServers: {files: {command: npx}}""", "You look at \"everything\".");

    @TempDir
    Path folder;

    private static CommandSettings settings(String mode, boolean agentCode) {
        return new CommandSettings(
                "claude",
                Kind.CLAUDE,
                List.of(
                        Path.of("src/test/resources/programs/claude")
                                .toAbsolutePath()
                                .toString(),
                        "--allowedTools",
                        "Bash(npm test:*)"),
                PromptBy.STDIN,
                List.of("STAND_IN=" + mode),
                Duration.ofMinutes(1),
                50_000_000,
                2.5,
                agentCode);
    }

    private Heard call(String mode, Assignment assignment) {
        Heard heard = new Heard();
        new CommandExecutor(settings(mode, false), Scripts.OWN, Masking.OF_TOKENS).start(assignment, heard);
        heard.outcome();
        return heard;
    }

    private Assignment assignment(Purpose purpose, @Nullable Session session) {
        return Assignments.of(folder, purpose, AGENT, session);
    }

    private List<String> argv() throws IOException {
        return Files.readAllLines(folder.resolve("argv.txt"));
    }

    @Test
    void result_is_the_structured_output() {
        Succeeded succeeded = call("ok", assignment(Purpose.WORK, null)).succeeded();
        assertThat(succeeded.summary()).isEqualTo("Built.");
        assertThat(succeeded.filesCreated()).containsExactly("src/upload.ts");
        assertThat(succeeded.usage().costUsd()).isEqualTo(0.01);
        assertThat(succeeded.usage().inputTokens()).isEqualTo(1500);
        assertThat(succeeded.usage().outputTokens()).isEqualTo(200);
        assertThat(Objects.requireNonNull(succeeded.session()).executor()).isEqualTo("claude");
    }

    @Test
    void arguments_carry_the_agent_and_the_limits() throws IOException {
        Assignment assignment =
                Assignments.within(assignment(Purpose.WORK, null), new CallAllowance(Duration.ofMinutes(1), 1.25));
        call("ok", assignment).succeeded();
        assertThat(argv())
                .startsWith("--allowedTools", "Bash(npm test:*)", "--print", "--output-format=stream-json", "--verbose")
                .contains("--permission-mode=acceptEdits", "--agent=security-guardian", "--max-turns=12")
                .contains("--max-budget-usd=1.2500", "--add-dir=" + assignment.attemptFolder())
                .contains(
                        "--agents={\"security-guardian\":{\"description\":\"Reviews changes.\",\"prompt\":\"You look at"
                                + " \\\"everything\\\".\\n\",\"tools\":[\"Read\",\"Grep\",\"StructuredOutput\"],\"disallowedTools\":[\"Bash\"],\"model\":\"opus\"}}")
                .anyMatch(argument -> argument.startsWith("--session-id="))
                .anyMatch(argument -> argument.startsWith("--json-schema={\"type\":\"object\""))
                .noneMatch(argument -> argument.contains("invoices") || argument.contains("bypassPermissions"));
        assertThat(Files.readString(folder.resolve("stdin.txt")))
                .contains("invoices", "Build the endpoint.")
                .doesNotContain("You look at");
    }

    @Test
    void code_of_agent_files_is_passed_on_only_where_it_is_allowed() throws IOException {
        call("ok", assignment(Purpose.WORK, null)).succeeded();
        assertThat(argv()).noneMatch(argument -> argument.contains("hooks") || argument.contains("mcpServers"));
        Heard heard = new Heard();
        new CommandExecutor(settings("ok", true), Scripts.OWN, Masking.OF_TOKENS)
                .start(assignment(Purpose.WORK, null), heard);
        heard.succeeded();
        assertThat(argv())
                .anyMatch(argument -> argument.contains("\"hooks\":{\"PreToolUse\":[{\"command\":\"rm -rf /\"}]}")
                        && argument.contains("\"mcpServers\":{\"files\":{\"command\":\"npx\"}}"));
    }

    @Test
    void prompt_that_fits_no_argument_goes_with_the_text() throws IOException {
        AgentFile agent = Assignments.agent("name: long\ndescription: Long.", "word ".repeat(40_000));
        call("ok", Assignments.of(folder, Purpose.WORK, agent, null)).succeeded();
        assertThat(argv()).allMatch(argument -> argument.length() < 10_000);
        assertThat(Files.readString(folder.resolve("stdin.txt")))
                .startsWith("word word")
                .contains("invoices");
    }

    @Test
    void error_behind_success_is_a_failure() {
        Failed failed = call("is-error", assignment(Purpose.WORK, null)).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.retryable()).isTrue();
        assertThat(failed.message()).isEqualTo("`claude`: It says that it failed: API Error: Overloaded");
        assertThat(failed.usage().costUsd()).isEqualTo(0.01);
    }

    @Test
    void missing_login_is_not_retried() {
        Failed failed = call("not-logged-in", assignment(Purpose.WORK, null)).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.retryable()).isFalse();
        assertThat(failed.message()).contains("Invalid API key");
    }

    @Test
    void spent_budget_is_a_budget_failure() {
        Failed failed = call("budget", assignment(Purpose.WORK, null)).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.BUDGET);
        assertThat(failed.message()).isEqualTo("`claude`: It came to a limit: Reached maximum budget ($0.01)");
    }

    @Test
    void silence_after_an_unauthorized_call_ends_with_the_time_limit() {
        Assignment assignment =
                Assignments.within(assignment(Purpose.WORK, null), new CallAllowance(Duration.ofMillis(400), null));
        assertThat(call("unauthorized", assignment).failed().kind()).isEqualTo(FailureKind.TIMEOUT);
    }

    @Test
    void answer_in_words_is_taken() {
        Succeeded succeeded = call("text", assignment(Purpose.WORK, null)).succeeded();
        assertThat(succeeded.summary()).isEqualTo("Built");
        assertThat(succeeded.output()).isEqualTo("# Built\n\nThe endpoint is there.");
    }

    @Test
    void streamed_result_is_read_too() {
        Heard heard = call("stream", assignment(Purpose.WORK, null));
        assertThat(heard.succeeded().summary()).isEqualTo("Streamed.");
        assertThat(heard.lines).containsExactly("Reading the code", "Bash: Runs the tests", "Edit: src/a.ts");
    }

    @Test
    void review_has_its_verdict() {
        Succeeded succeeded = call("review", assignment(Purpose.REVIEW, null)).succeeded();
        assertThat(Objects.requireNonNull(succeeded.verdict()).findings()).hasSize(1);
        assertThat(succeeded.summary()).isEqualTo("One thing.");
    }

    @Test
    void rework_resumes_and_costs_what_it_costs() throws IOException {
        for (String mode : List.of("each", "cumulative")) {
            Session first =
                    call(mode, assignment(Purpose.WORK, null)).succeeded().session();
            Succeeded second = call(mode, assignment(Purpose.REWORK, first)).succeeded();
            assertThat(argv())
                    .contains("--resume=" + Objects.requireNonNull(first).id())
                    .noneMatch(argument -> argument.startsWith("--session-id"));
            Succeeded third =
                    call(mode, assignment(Purpose.REWORK, second.session())).succeeded();
            assertThat(second.usage().costUsd()).as(mode).isCloseTo(0.01, within(1e-9));
            assertThat(third.usage().costUsd()).as(mode).isCloseTo(0.01, within(1e-9));
        }
    }

    @Test
    void conversation_that_is_lost_is_begun_anew() throws IOException {
        Session lost = new Session("claude", "11111111-1111-4111-8111-111111111111", Usage.UNKNOWN);
        Heard heard = call("ok", assignment(Purpose.REWORK, lost));
        assertThat(heard.succeeded().summary()).isEqualTo("Built.");
        assertThat(heard.outcomes).hasSize(1);
        assertThat(heard.lines).contains("The conversation " + lost.id() + " is not there any more; a new one begins.");
        assertThat(argv()).noneMatch(argument -> argument.startsWith("--resume"));
    }

    @Test
    void conversation_of_another_executor_is_not_taken_up() throws IOException {
        Session other = new Session("codex", "11111111-1111-4111-8111-111111111111", Usage.UNKNOWN);
        call("ok", assignment(Purpose.REWORK, other)).succeeded();
        assertThat(argv()).noneMatch(argument -> argument.startsWith("--resume"));
    }
}
