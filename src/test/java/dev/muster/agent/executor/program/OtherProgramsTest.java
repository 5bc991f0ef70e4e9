package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.CallAllowance;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that print what codex 0.169, gemini 0.61 and opencode 1.18 were seen to print. */
class OtherProgramsTest {
    private static final String CODEX = """
            {"type":"thread.started","thread_id":"01a1ff52"}
            {"type":"item.completed","item":{"id":"item_0","type":"error","message":"Model metadata not found."}}
            {"type":"turn.started"}
            {"type":"item.started","item":{"id":"item_3","type":"command_execution","command":"npm test"}}
            {"type":"item.completed","item":{"id":"item_1","type":"agent_message","text":"I begin."}}
            {"type":"item.completed","item":{"id":"item_2","type":"agent_message","text":"All done. {\\"status\\":\\"done\\",\\"summary\\":\\"Built.\\"}"}}
            {"type":"turn.completed","usage":{"input_tokens":%d,"cached_input_tokens":0,"output_tokens":%d}}
            """;

    private static final String OPENCODE = """
            {"type":"step_start","sessionID":"ses_1","part":{"type":"step-start"}}
            {"type":"tool_use","sessionID":"ses_1","part":{"type":"tool","tool":"bash","state":{"status":"completed","input":{"command":"ls"}}}}
            {"type":"text","sessionID":"ses_1","part":{"type":"text","text":"All done. {\\"status\\":\\"done\\",\\"summary\\":\\"Built.\\"}"}}
            {"type":"step_finish","sessionID":"ses_1","part":{"type":"step-finish","tokens":{"input":100,"output":20},"cost":0.00014}}
            {"type":"step_finish","sessionID":"ses_1","part":{"type":"step-finish","tokens":{"input":50,"output":10},"cost":0.00001}}
            """;

    private static final String GEMINI = """
            {
              "session_id": "3851cf67",
              "response": "All done. {\\"status\\":\\"done\\",\\"summary\\":\\"Built.\\"}",
              "stats": {"models": {
                "gemini-3.5-flash-lite": {"tokens": {"input": 1, "prompt": 2, "candidates": 3}},
                "gemini-3.1-pro-preview": {"tokens": {"input": 100, "prompt": 100, "candidates": 20}}}}
            }
            """;

    @TempDir
    Path folder;

    private Heard call(Kind kind, String lines, @Nullable Session session) throws IOException {
        Files.writeString(folder.resolve("lines.txt"), lines);
        return run(kind, "printf '%s\\n' \"$@\" > argv.txt; cat > stdin.txt; cat lines.txt", session);
    }

    private Heard run(Kind kind, String script, @Nullable Session session) {
        Heard heard = new Heard();
        Assignment assignment = Assignments.within(
                Assignments.of(folder, Purpose.WORK, Assignments.agent(), session),
                new CallAllowance(Duration.ofSeconds(30), 5.0));
        Scripts.executor(kind, Scripts.script(folder, script).toString(), "--model", "m")
                .start(assignment, heard);
        heard.outcome();
        return heard;
    }

    private List<String> argv() throws IOException {
        assertThat(Files.readString(folder.resolve("stdin.txt"))).startsWith("You build what is asked for.");
        return Files.readAllLines(folder.resolve("argv.txt"));
    }

    @Test
    void codex_is_understood() throws IOException {
        Heard heard = call(Kind.CODEX, CODEX.formatted(100, 20), null);
        assertThat(heard.succeeded().summary()).isEqualTo("Built.");
        assertThat(heard.succeeded().usage()).isEqualTo(new Usage(100L, 20L, null));
        assertThat(heard.lines)
                .containsExactly("npm test", "I begin.", "All done. {\"status\":\"done\",\"summary\":\"Built.\"}");
        assertThat(argv())
                .containsExactly(
                        "exec", "--model", "m", "--json", "--skip-git-repo-check", "--sandbox=workspace-write", "-");
        Heard again =
                call(Kind.CODEX, CODEX.formatted(250, 50), heard.succeeded().session());
        assertThat(again.succeeded().usage()).isEqualTo(new Usage(150L, 30L, null));
        assertThat(argv()).endsWith("resume", "01a1ff52", "-");
    }

    @Test
    void codex_that_fails_is_heard() throws IOException {
        String lines = """
                {"type":"thread.started","thread_id":"01a1ff52"}
                {"type":"turn.failed","error":{"message":"unexpected status 401"}}
                """;
        assertThat(call(Kind.CODEX, lines, null).failed().message())
                .isEqualTo("`test`: It says that it failed: unexpected status 401");
        assertThat(call(Kind.CODEX, "no json at all\n", null).failed().kind()).isEqualTo(FailureKind.UNREADABLE_RESULT);
    }

    @Test
    void conversation_that_codex_lost_is_begun_anew() throws IOException {
        Files.writeString(folder.resolve("lines.txt"), CODEX.formatted(1, 1));
        String script = """
                case "$*" in
                  *resume*) echo "Error: thread/resume failed: no rollout found for thread id x" >&2; exit 1 ;;
                  *) cat lines.txt ;;
                esac
                """;
        Session lost = new Session("test", "x", Usage.UNKNOWN);
        assertThat(run(Kind.CODEX, script, lost).succeeded().summary()).isEqualTo("Built.");
    }

    @Test
    void opencode_is_understood() throws IOException {
        Heard heard = call(Kind.OPENCODE, OPENCODE, null);
        assertThat(heard.succeeded().summary()).isEqualTo("Built.");
        assertThat(heard.succeeded().usage().inputTokens()).isEqualTo(150);
        assertThat(heard.lines).hasSize(2).first().isEqualTo("bash: ls");
        assertThat(Objects.requireNonNull(heard.succeeded().usage().costUsd())).isCloseTo(0.00015, within(1e-9));
        assertThat(argv()).containsExactly("run", "--model", "m", "--format=json");
        call(Kind.OPENCODE, OPENCODE, heard.succeeded().session()).succeeded();
        assertThat(argv()).endsWith("--session=ses_1");
    }

    @Test
    void opencode_that_fails_is_heard() throws IOException {
        String lines = """
                {"type":"error","sessionID":"ses_1","error":{"name":"APIError","data":{"message":"Cannot connect to API"}}}
                """;
        assertThat(call(Kind.OPENCODE, lines, null).failed().message())
                .isEqualTo("`test`: It says that it failed: Cannot connect to API");
    }

    @Test
    void conversation_that_opencode_lost_is_begun_anew() throws IOException {
        Files.writeString(folder.resolve("lines.txt"), OPENCODE);
        String script = """
                case "$*" in
                  *--session*) printf '\\033[91m\\033[1mError: \\033[0mSession not found\\n' >&2; exit 1 ;;
                  *) cat lines.txt ;;
                esac
                """;
        assertThat(run(Kind.OPENCODE, script, new Session("test", "x", Usage.UNKNOWN))
                        .succeeded()
                        .summary())
                .isEqualTo("Built.");
    }

    @Test
    void gemini_is_understood() throws IOException {
        Heard heard = call(Kind.GEMINI, GEMINI, null);
        assertThat(heard.succeeded().summary()).isEqualTo("Built.");
        assertThat(heard.succeeded().usage()).isEqualTo(new Usage(102L, 23L, null));
        assertThat(heard.lines).isEmpty();
        assertThat(argv())
                .containsExactly(
                        "--model",
                        "m",
                        "--output-format=json",
                        "--skip-trust",
                        "--approval-mode=auto_edit",
                        "--include-directories=" + folder.resolve(".attempt"));
    }

    @Test
    void gemini_that_fails_is_heard() {
        String script = """
                echo 'Warning: no colours' >&2
                echo '{"session_id": "c8", "error": {"type": "Error", "message": "Invalid auth method selected.", "code": 41}}' >&2
                exit 41
                """;
        Heard heard = run(Kind.GEMINI, script, null);
        assertThat(heard.failed().kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(heard.failed().retryable()).isFalse();
        assertThat(heard.failed().message()).isEqualTo("`test`: It says that it failed: Invalid auth method selected.");
        assertThat(run(Kind.GEMINI, "exit 53", null).failed().kind()).isEqualTo(FailureKind.BUDGET);
    }

    private void unreadable(Kind kind, String lines, String why) throws IOException {
        var failed = call(kind, lines, null).failed();
        assertThat(failed.kind()).as(failed.message()).isEqualTo(FailureKind.UNREADABLE_RESULT);
        assertThat(failed.message()).contains(why);
    }

    @Test
    void fields_of_wrong_types_are_unreadable() throws IOException {
        unreadable(Kind.CODEX, CODEX.formatted(-1, 5), "\"input_tokens\" has to be a whole number");
        unreadable(
                Kind.CODEX,
                CODEX.formatted(1, 5)
                        .replace("\"All done.", "[\"All done.")
                        .replace("Built.\\\"}\"}", "Built.\\\"}\"]}"),
                "\"text\" has to be a text");
        unreadable(Kind.CODEX, CODEX.formatted(1, 5).replace("Built.\\\"}\"}}", "Bui"), "This event is no JSON");
        unreadable(Kind.OPENCODE, OPENCODE.replace("0.00014", "-0.5"), "\"cost\" has to be a number from 0");
        unreadable(
                Kind.OPENCODE,
                OPENCODE.replace("\"input\":100", "\"input\":\"many\""),
                "\"input\" has to be a whole number");
        unreadable(
                Kind.GEMINI,
                GEMINI.replace("\"prompt\": 100", "\"prompt\": 1e30"),
                "\"prompt\" has to be a whole number");
        unreadable(Kind.JSON, "{\"status\":\"done\",\"costUsd\":-3}", "\"costUsd\" has to be a number from 0");
        unreadable(
                Kind.JSON,
                "{\"status\":\"done\",\"usage\":{\"inputTokens\":\"5\"}}",
                "\"usage.inputTokens\" has to be a whole number");
        unreadable(
                Kind.CLAUDE,
                "{\"type\":\"result\",\"result\":\"Fine.\",\"is_error\":\"maybe\"}",
                "\"is_error\" has to be true or false");
        unreadable(
                Kind.CLAUDE,
                "{\"type\":\"result\",\"result\":\"Fine.\",\"total_cost_usd\":-1}",
                "\"total_cost_usd\" has to be a number from 0");
        unreadable(
                Kind.CLAUDE,
                "{\"type\":\"result\",\"result\":\"Fine.\",\"structured_output\":[1]}",
                "\"structured_output\" has to be an object");
    }

    @Test
    void answer_beside_an_error_is_no_answer() throws IOException {
        assertThat(call(Kind.GEMINI, "{\"response\": \"Fine.\", \"error\": \"quota\"}", null)
                        .failed()
                        .message())
                .contains("quota");
    }
}
