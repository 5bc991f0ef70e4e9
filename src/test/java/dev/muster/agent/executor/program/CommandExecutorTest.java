package dev.muster.agent.executor.program;

import static dev.muster.agent.executor.program.Scripts.executor;
import static dev.muster.agent.executor.program.Scripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.CallAllowance;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.plan.Severity;
import dev.muster.secret.Masking;
import dev.muster.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program gets, and what becomes of whatever it does. */
class CommandExecutorTest {
    @TempDir
    Path folder;

    private Heard call(CommandExecutor executor) {
        return call(executor, Assignments.work(folder));
    }

    private static Heard call(CommandExecutor executor, Assignment assignment) {
        Heard heard = new Heard();
        executor.start(assignment, heard);
        heard.outcome();
        assertThat(heard.outcomes).hasSize(1);
        return heard;
    }

    @Test
    void prompt_comes_on_standard_input() throws IOException {
        Heard heard = call(script(folder, Kind.TEXT, "cat"));
        assertThat(heard.succeeded().output())
                .isEqualTo(
                        Files.readString(folder.resolve(".attempt/prompt.md")).strip())
                .contains("You build what is asked for.", "Customers upload \"invoices\"; $(rm -rf .)");
    }

    @Test
    void prompt_comes_in_a_file_where_that_is_wanted() {
        Path script = script(folder, "read line; echo \"stdin: $line\"; cat \"$2\"");
        CommandSettings settings = new CommandSettings(
                "test",
                Kind.TEXT,
                List.of(script.toString(), "--read", CommandSettings.PROMPT_FILE),
                PromptBy.FILE,
                List.of(),
                Duration.ofMinutes(1),
                1_000_000,
                null,
                false);
        assertThat(call(new CommandExecutor(settings, Scripts.OWN, Masking.OF_TOKENS))
                        .succeeded()
                        .output())
                .startsWith("stdin: \nYou build");
    }

    @Test
    void words_of_the_task_are_in_no_argument_and_no_variable() {
        Heard heard = call(script(folder, Kind.TEXT, "echo \"$0 $@\"; env | sort"));
        List<String> lines = heard.succeeded().output().lines().toList();
        assertThat(lines.getFirst()).endsWith(".sh ");
        assertThat(lines).noneMatch(line -> line.contains("invoices") || line.contains("Build the endpoint"));
    }

    @Test
    void environment_is_clean_but_for_what_is_allowed() {
        Heard heard = call(script(folder, Kind.TEXT, "env"));
        List<String> names = heard.succeeded()
                .output()
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(name -> !List.of("PWD", "_", "SHLVL", "OLDPWD").contains(name))
                .sorted()
                .toList();
        assertThat(names)
                .containsExactly(
                        "HOME",
                        "MODE",
                        "MUSTER_ATTEMPT",
                        "MUSTER_FENCE",
                        "MUSTER_IDEMPOTENCY_KEY",
                        "MUSTER_ROUND",
                        "MUSTER_RUN",
                        "MUSTER_STEP",
                        "PATH",
                        "TOKEN");
        assertThat(heard.succeeded().output())
                .contains("TOKEN=shown", "MODE=quiet", "MUSTER_IDEMPOTENCY_KEY=test-plan/1/step-1/1/");
    }

    @Test
    void program_is_in_a_session_of_its_own() {
        Heard heard = call(
                script(folder, Kind.TEXT, "cut -d ' ' -f 6 /proc/$$/stat; echo $$; [ -t 0 ] && echo terminal; true"));
        List<String> lines = heard.succeeded().output().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(lines.getLast());
    }

    @Test
    void keys_of_muster_are_given_to_no_program_even_where_they_are_listed() {
        CommandSettings settings = new CommandSettings(
                "test",
                Kind.TEXT,
                List.of("env"),
                PromptBy.STDIN,
                List.of("MUSTER_KEY", "muster_admin_key", "MUSTER_DATABASE_PASSWORD=typed"),
                Duration.ofMinutes(1),
                1_000_000,
                null,
                false);
        Map<String, String> own =
                Map.of("MUSTER_KEY", "a-key", "muster_admin_key", "a-key", "MUSTER_ADMIN_KEY", "a-key");
        assertThat(call(new CommandExecutor(settings, own, Masking.OF_TOKENS))
                        .succeeded()
                        .output())
                .doesNotContain("a-key", "typed");
    }

    @Test
    void program_works_in_the_work_folder() {
        assertThat(call(executor(Kind.TEXT, "pwd")).succeeded().output())
                .isEqualTo(folder.toAbsolutePath().toString());
    }

    @Test
    void program_is_not_searched_in_the_work_folder() throws IOException {
        Files.move(script(folder, "echo mine"), folder.resolve("muster-no-such-program"));
        Failed failed = call(executor(Kind.TEXT, "muster-no-such-program")).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.retryable()).isFalse();
        assertThat(failed.message())
                .isEqualTo(
                        "The executor \"test\" cannot be started: there is no program \"muster-no-such-program\" on the"
                                + " PATH that Muster runs with. Install it, or correct it in operator.yaml.");
    }

    @Test
    void program_that_cannot_be_executed_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.txt"), "text");
        Failed failed = call(executor(Kind.TEXT, file.toString())).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.message()).contains(file + " is not executable");
    }

    @Test
    void program_with_an_interpreter_that_is_not_there_is_told() throws IOException {
        Path script = script(folder, "true");
        Files.writeString(script, "#!/no/such/interpreter\n");
        Failed failed = call(executor(Kind.TEXT, script.toString())).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.message()).contains("No such file or directory");
    }

    @Test
    void folder_that_is_not_there_is_told() {
        Assignment assignment = Assignments.work(folder.resolve("gone"));
        Failed failed = call(executor(Kind.TEXT, "true"), assignment).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
        assertThat(failed.message()).contains("gone to work in is not there");
    }

    @Test
    void exit_code_is_a_failure_with_the_last_words() {
        Failed failed = call(script(folder, Kind.TEXT, "echo half; echo no more disk >&2; exit 3"))
                .failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.EXIT);
        assertThat(failed.retryable()).isTrue();
        assertThat(failed.message()).isEqualTo("`test`: It ended with exit code 3. On standard error: no more disk");
    }

    @Test
    void program_that_only_complains_hands_nothing_in() {
        Failed failed = call(script(folder, Kind.TEXT, "echo thinking >&2")).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.UNREADABLE_RESULT);
        assertThat(failed.message())
                .isEqualTo("`test`: It printed nothing on standard output. On standard error: thinking");
    }

    @Test
    void program_that_does_not_read_its_prompt_is_no_trouble() {
        Heard heard = call(script(folder, Kind.TEXT, "exec <&-; echo done"));
        assertThat(heard.succeeded().summary()).isEqualTo("done");
    }

    @Test
    void bytes_that_are_no_text_are_replaced() {
        Heard heard = call(script(folder, Kind.TEXT, "printf 'caf\\351 \\000\\033[31mred\\033[0m \\303\\251\\n'"));
        assertThat(heard.succeeded().output()).isEqualTo("caf\uFFFD red é");
    }

    @Test
    void garbage_instead_of_json_is_unreadable() {
        Failed failed = call(script(folder, Kind.JSON, "echo '{\"summary\": \"half of it'"))
                .failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.UNREADABLE_RESULT);
        assertThat(failed.retryable()).isTrue();
        assertThat(failed.message())
                .contains("It printed no JSON object with a summary, a status or a verdict.", "half of it");
    }

    @Test
    void json_among_words_is_read() {
        Heard heard = call(script(folder, Kind.JSON, """
                        echo 'Loading {"summary": "no"} ...'
                        echo '{"summary": "Built.", "status": "done", "files_created": ["a.ts"], "costUsd": 0.25,'
                        echo ' "usage": {"inputTokens": 7, "outputTokens": 2}, "tests": {"passed": 3, "failed": 0, "coverage": 81.5}}'
                        """));
        Outcome.Succeeded succeeded = heard.succeeded();
        assertThat(succeeded.summary()).isEqualTo("Built.");
        assertThat(succeeded.filesCreated()).containsExactly("a.ts");
        assertThat(succeeded.usage().costUsd()).isEqualTo(0.25);
        assertThat(succeeded.usage().inputTokens()).isEqualTo(7);
        assertThat(succeeded.tests()).hasToString("TestResults[passed=3, failed=0, skipped=0, coveragePercent=81.5]");
    }

    @Test
    void review_as_text_has_its_verdict() {
        CommandExecutor executor = script(
                folder,
                Kind.TEXT,
                "echo 'I looked at it.'; echo '{\"verdict\": \"changes\", \"findings\": [{\"severity\": \"critical\", \"file\": \"a.ts\", \"line\": 4, \"text\": \"No limit\", \"mustFix\": true}]}'");
        Outcome.Succeeded succeeded = call(executor, Assignments.review(folder)).succeeded();
        assertThat(succeeded.verdict())
                .hasToString(
                        "Verdict[decision=CHANGES, findings=[Finding[severity=HIGH, file=a.ts, line=4, text=No limit, mustFix=true]]]");
    }

    @Test
    void review_without_verdict_has_not_passed() {
        Failed failed = call(script(folder, Kind.TEXT, "echo 'Looks good to me!'"), Assignments.review(folder))
                .failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.UNREADABLE_RESULT);
        assertThat(failed.message()).contains("no verdict", "Looks good to me!");
    }

    @Test
    void agent_that_cannot_has_refused() {
        Failed failed = call(script(
                        folder, Kind.TEXT, "echo '{\"status\": \"blocked\", \"summary\": \"There is no schema.\"}'"))
                .failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failed.retryable()).isFalse();
        assertThat(failed.message()).isEqualTo("The agent says that it cannot do it: There is no schema.");
    }

    @Test
    void hundred_megabytes_are_too_much() {
        Heard heard =
                call(script(folder, Kind.TEXT, "yes 0123456789012345678901234567890123456789 | head -c 100000000"));
        assertThat(heard.failed().kind()).isEqualTo(FailureKind.BUDGET);
        assertThat(heard.failed().message()).isEqualTo("`test`: it printed more than 50 MB. It was ended.");
    }

    @Test
    void much_output_is_bounded() {
        Heard heard = call(script(folder, Kind.TEXT, "echo first; yes middle | head -c 20000000; echo; echo last"));
        String output = heard.succeeded().output();
        assertThat(output)
                .startsWith("first\n")
                .endsWith("last")
                .contains("left out")
                .hasSizeLessThan(257_000);
    }

    @Test
    void result_behind_much_noise_is_read() {
        Heard heard = call(
                script(
                        folder,
                        Kind.JSON,
                        "yes '{\"noise\": {' | head -c 20000000; echo; echo '{\"status\": \"done\", \"summary\": \"Built.\"}'"));
        assertThat(heard.succeeded().summary()).isEqualTo("Built.");
    }

    @Test
    void time_limit_ends_the_program() {
        Assignment assignment =
                Assignments.within(Assignments.work(folder), new CallAllowance(Duration.ofMillis(300), null));
        Failed failed = call(script(folder, Kind.TEXT, "echo begun; exec sleep 600"), assignment)
                .failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failed.retryable()).isTrue();
        assertThat(failed.message()).isEqualTo("`test`: it took longer than 300 ms. It was ended. It printed: begun");
    }

    @Test
    void call_without_money_left_is_not_made() {
        Assignment assignment =
                Assignments.within(Assignments.work(folder), new CallAllowance(Duration.ofMinutes(1), 0.0));
        Failed failed =
                call(script(folder, Kind.TEXT, "touch called"), assignment).failed();
        assertThat(failed.kind()).isEqualTo(FailureKind.BUDGET);
        assertThat(folder.resolve("called")).doesNotExist();
    }

    @Test
    void progress_is_heard_line_by_line() {
        Heard heard = call(script(folder, Kind.TEXT, "echo one; echo two >&2; printf three"));
        assertThat(heard.lines).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void listener_that_fails_does_not_stop_the_program() {
        Heard heard = new Heard() {
            @Override
            public void progress(String line) {
                throw new IllegalStateException("full");
            }
        };
        script(folder, Kind.TEXT, "yes | head -c 1000000; echo; echo end").start(Assignments.work(folder), heard);
        assertThat(heard.succeeded().output()).endsWith("end");
    }

    private static final Masking KNOWS = Masking.of(List.of(new Secret("TOKEN", "planted-value-42")));

    private Heard leak(Kind kind, String lines) {
        CommandSettings settings = Scripts.settings(kind, script(folder, lines).toString());
        return call(new CommandExecutor(settings, Scripts.OWN, KNOWS));
    }

    private void noTraceIsLeft(Heard heard) throws IOException {
        assertThat(heard.outcomes.toString() + heard.lines)
                .contains("[masked: TOKEN]")
                .doesNotContain("planted-", "value-42");
        try (var files = Files.walk(folder.resolve(".attempt"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("planted-", "value-42");
            }
        }
    }

    @Test
    void secret_is_masked_wherever_a_program_prints_it() throws IOException {
        Heard heard = leak(Kind.JSON, """
                echo working with planted-value-42
                echo oh planted-value-42 >&2
                echo '{"summary": "I have planted-value-42", "filesCreated": ["a-planted-value-42.txt"], "output": "planted-value-42"}'
                """);
        assertThat(heard.succeeded().filesCreated()).containsExactly("a-[masked: TOKEN].txt");
        noTraceIsLeft(heard);
    }

    @Test
    void secret_is_masked_where_a_program_fails() throws IOException {
        noTraceIsLeft(leak(Kind.TEXT, "echo oh planted-value-42 >&2; exit 3"));
        noTraceIsLeft(leak(Kind.JSON, "echo no JSON but planted-value-42"));
    }

    @Test
    void secret_in_pieces_is_masked() throws IOException {
        noTraceIsLeft(leak(Kind.TEXT, "printf 'it is plan'; sleep 0.2; printf 'ted-val'; sleep 0.2; echo 'ue-42.'"));
    }

    @Test
    void secret_at_the_cut_of_a_long_line_leaves_nothing() throws IOException {
        noTraceIsLeft(
                leak(
                        Kind.TEXT,
                        "echo '[masked: TOKEN]'; awk 'BEGIN { for (i = 0; i < 63990; i++) printf \"x\"; print \" planted-value-42\" }'"));
    }

    @Test
    void secret_at_the_gap_of_much_output_leaves_nothing() throws IOException {
        String lines =
                "awk 'BEGIN { print \"[masked: TOKEN]\"; for (i = 0; i < 400000; i++) print \"planted-value-42\" }'";
        noTraceIsLeft(leak(Kind.TEXT, lines));
    }

    @Test
    void secret_that_others_had_said_is_in_no_prompt() throws IOException {
        Finding finding = new Finding(Severity.HIGH, null, null, "planted-value-42", true);
        Handed handed = new Handed(
                "step-0",
                "a",
                Handed.Relation.DEPENDENCY,
                "has planted-value-42",
                "x planted-value-42 ".repeat(9_000),
                List.of(),
                List.of());
        Assignment assignment = Assignments.with(Assignments.work(folder), List.of(handed), List.of(finding));
        CommandSettings settings = Scripts.settings(Kind.TEXT, "cat");
        noTraceIsLeft(call(new CommandExecutor(settings, Scripts.OWN, KNOWS), assignment));
    }
}
