package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.CheckResult.Status;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs real tools as checks. */
class CheckRunnerTest {
    @TempDir
    Path folder;

    private static CheckRunner runner(List<List<String>> programs) {
        CheckSettings settings =
                new CheckSettings(new AllowedPrograms(programs), List.of("TOKEN"), Duration.ofMinutes(1), 50_000_000);
        Map<String, String> own = new HashMap<>(Scripts.OWN);
        own.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + own.get("PATH"));
        return new CheckRunner(settings, own, Masking.OF_TOKENS);
    }

    private CheckOrder order(Duration time, String... command) {
        return new CheckOrder(
                "test-plan/1/check/" + System.nanoTime(), "step/1/check/1", 1, List.of(command), folder, time);
    }

    private CheckResult check(List<List<String>> programs, String... command) {
        CompletableFuture<CheckResult> result = new CompletableFuture<>();
        runner(programs).start(order(Duration.ofMinutes(1), command), result::complete);
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void compiler_passes_what_compiles_and_fails_what_does_not() throws IOException {
        Files.writeString(folder.resolve("Good.java"), "class Good { int one() { return 1; } }");
        Files.writeString(folder.resolve("Bad.java"), "class Bad { int one() { return \"1\"; } }");
        CheckResult good = check(List.of(List.of("javac")), "javac", "Good.java");
        assertThat(good.passed()).isTrue();
        assertThat(good.message()).isEqualTo("It passed.");
        assertThat(folder.resolve("Good.class")).exists();
        CheckResult bad = check(List.of(List.of("javac")), "javac", "Bad.java");
        assertThat(bad.status()).isEqualTo(Status.FAILED);
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.output()).contains("Bad.java:1: error: incompatible types: String cannot be converted to int");
    }

    @Test
    void git_runs_in_the_folder() {
        List<List<String>> git = List.of(List.of("git"));
        assertThat(check(git, "git", "init", "--quiet").passed()).isTrue();
        CheckResult status = check(git, "git", "status", "--porcelain");
        assertThat(status.passed()).isTrue();
        assertThat(status.output()).isEmpty();
        assertThat(check(git, "git", "diff", "--quiet", "no-such-branch").status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void program_that_is_not_allowed_is_not_run() {
        CheckResult result = check(List.of(List.of("git"), List.of("npm", "test")), "touch", "made");
        assertThat(result.status()).isEqualTo(Status.NOT_ALLOWED);
        assertThat(result.message())
                .isEqualTo(
                        "The check `touch made` was not run: the operator's configuration does not allow it. Allowed are:"
                                + " git, npm test. Add its program to `programs` in operator.yaml, or take the check out of the"
                                + " pack.");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void arguments_that_are_not_allowed_are_not_run() {
        List<List<String>> programs = List.of(List.of("echo", "fine"));
        assertThat(check(programs, "echo", "fine", "too").output()).isEqualTo("fine too");
        assertThat(check(programs, "echo", "other").status()).isEqualTo(Status.NOT_ALLOWED);
        assertThat(check(programs, "echo").status()).isEqualTo(Status.NOT_ALLOWED);
    }

    @Test
    void command_goes_through_no_shell() {
        CheckResult result = check(List.of(List.of("echo")), "echo", "$HOME", "; touch made", "*");
        assertThat(result.output()).isEqualTo("$HOME ; touch made *");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void environment_has_no_secrets() {
        CheckResult result = check(List.of(List.of("env")), "env");
        assertThat(result.output()).contains("TOKEN=shown").doesNotContain("SECRET");
    }

    @Test
    void program_that_is_not_there_is_told() {
        CheckResult result = check(List.of(List.of("no-such-tool")), "no-such-tool");
        assertThat(result.status()).isEqualTo(Status.NOT_STARTED);
        assertThat(result.message())
                .isEqualTo(
                        "The check was not run: there is no program \"no-such-tool\" on the PATH that Muster runs with."
                                + " Install it where Muster runs.");
    }

    @Test
    void program_in_the_folder_may_be_allowed() throws IOException {
        Files.move(Scripts.script(folder, "echo wrapped \"$@\""), folder.resolve("mvnw"));
        assertThat(check(List.of(List.of("./mvnw")), "./mvnw", "test").output()).isEqualTo("wrapped test");
        CheckResult outside = check(List.of(List.of("./../mvnw")), "./../mvnw");
        assertThat(outside.status()).isEqualTo(Status.NOT_STARTED);
        assertThat(outside.message()).contains("must be a name, an absolute path, or begin with ./");
    }

    @Test
    void time_limit_ends_the_check() {
        CompletableFuture<CheckResult> heard = new CompletableFuture<>();
        runner(List.of(List.of("sleep"))).start(order(Duration.ofMillis(200), "sleep", "600"), heard::complete);
        CheckResult result = heard.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(result.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(result.message()).isEqualTo("It was ended: it took longer than 200 ms.");
        assertThat(result.exitCode()).isNull();
    }

    @Test
    void cancelled_check_is_ended() {
        CompletableFuture<CheckResult> heard = new CompletableFuture<>();
        Call call =
                runner(List.of(List.of("sleep"))).start(order(Duration.ofMinutes(5), "sleep", "600"), heard::complete);
        call.cancel("Ann wants it so");
        CheckResult result = heard.orTimeout(2, TimeUnit.SECONDS).join();
        assertThat(result.status()).isEqualTo(Status.CANCELLED);
        assertThat(result.message()).isEqualTo("It was cancelled: Ann wants it so.");
    }

    @Test
    void long_output_keeps_its_beginning_and_its_end() {
        CheckResult result = check(List.of(List.of("seq")), "seq", "100000");
        assertThat(result.output())
                .startsWith("1\n2\n")
                .contains("characters left out")
                .endsWith("99999\n100000")
                .hasSizeLessThan(33_000);
    }

    @Test
    void folder_that_is_not_there_is_told() {
        CompletableFuture<CheckResult> heard = new CompletableFuture<>();
        CheckOrder order =
                new CheckOrder("k", "p", 1, List.of("git", "status"), folder.resolve("gone"), Duration.ofMinutes(1));
        runner(List.of(List.of("git"))).start(order, heard::complete);
        assertThat(heard.orTimeout(10, TimeUnit.SECONDS).join().status()).isEqualTo(Status.NOT_STARTED);
    }
}
