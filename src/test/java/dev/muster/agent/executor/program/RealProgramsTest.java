package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.plan.Severity;
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

/** A compiler, a test runner and git as agents and as checks: work, a check that fails, rework, a commit. */
class RealProgramsTest {
    /** Writes a class with a mistake, and without it once it is told of the mistake. */
    private static final String BUILDER = """
            import java.nio.file.*;

            void main() throws Exception {
                String prompt = new String(System.in.readAllBytes());
                boolean told = prompt.contains("expected 3 but was -1");
                Files.writeString(Path.of("Sum.java"), "class Sum { static int of(int a, int b) { return a %s b; } }".formatted(told ? "+" : "-"));
                Files.writeString(Path.of("SumTest.java"), \"""
                        class SumTest {
                            public static void main(String[] args) {
                                if (Sum.of(1, 2) != 3) {
                                    System.err.println("expected 3 but was " + Sum.of(1, 2));
                                    System.exit(1);
                                }
                                System.out.println("1 test passed");
                            }
                        }
                        \""");
                System.out.println("{\\"status\\": \\"done\\", \\"summary\\": \\"Sum, %s\\", \\"filesCreated\\": [\\"Sum.java\\", \\"SumTest.java\\"]}".formatted(told ? "corrected" : "first try"));
            }
            """;

    @TempDir
    Path folder;

    private static Map<String, String> own() {
        Map<String, String> own = new HashMap<>(Scripts.OWN);
        own.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + own.get("PATH"));
        return own;
    }

    private CommandExecutor executor(Kind kind, List<String> environment, String... command) {
        return new CommandExecutor(
                new CommandSettings(
                        "real",
                        kind,
                        List.of(command),
                        PromptBy.STDIN,
                        environment,
                        Duration.ofMinutes(1),
                        50_000_000,
                        null,
                        false),
                own(),
                Masking.OF_TOKENS);
    }

    private static Succeeded call(CommandExecutor executor, Assignment assignment) {
        Heard heard = new Heard();
        executor.start(assignment, heard);
        return heard.succeeded();
    }

    private CheckResult check(String... command) {
        CheckSettings settings = new CheckSettings(
                new AllowedPrograms(List.of(List.of("javac"), List.of("java", "SumTest"), List.of("git"))),
                List.of(),
                Duration.ofMinutes(1),
                1_000_000);
        CompletableFuture<CheckResult> result = new CompletableFuture<>();
        String key = "real/1/" + System.nanoTime();
        new CheckRunner(settings, own(), Masking.OF_TOKENS)
                .start(
                        new CheckOrder(key, "git/1/check/1", 1, List.of(command), folder, Duration.ofMinutes(1)),
                        result::complete);
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void work_is_checked_put_right_and_committed(@TempDir Path elsewhere) throws IOException {
        Path source = Files.writeString(elsewhere.resolve("Builder.java"), BUILDER);
        CommandExecutor builder = executor(Kind.JSON, List.of(), "java", source.toString());
        assertThat(check("git", "init", "--quiet").passed()).isTrue();

        Assignment work = Assignments.work(folder);
        assertThat(call(builder, work).filesCreated()).containsExactly("Sum.java", "SumTest.java");
        assertThat(check("javac", "Sum.java", "SumTest.java").passed()).isTrue();
        CheckResult failed = check("java", "SumTest");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).isEqualTo("expected 3 but was -1");

        Finding finding = new Finding(Severity.HIGH, null, null, failed.output(), true);
        Assignment rework = Assignments.with(
                Assignments.of(folder, Purpose.REWORK, work.agent(), null), List.of(), List.of(finding));
        assertThat(call(builder, rework).summary()).isEqualTo("Sum, corrected");
        assertThat(check("javac", "Sum.java", "SumTest.java").passed()).isTrue();
        assertThat(check("java", "SumTest").output()).isEqualTo("1 test passed");

        assertThat(check("git", "add", "Sum.java", "SumTest.java").passed()).isTrue();
        List<String> identity =
                List.of("GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@b");
        Succeeded commit = call(executor(Kind.TEXT, identity, "git", "commit", "--file=-"), Assignments.work(folder));
        assertThat(commit.output()).contains("2 files changed");
        assertThat(check("git", "log", "--format=%B").output()).contains("You build what is asked for.", "invoices");
    }
}
