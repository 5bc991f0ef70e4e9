package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Outcome.Cancelled;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.program.MarkedProcesses.Marked;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a call outlives it. */
@EnabledOnOs(OS.LINUX)
class EndingTest {
    /** Ignores the polite signal, and so do a child and a process that has left its group, its parent and its output. */
    private static final String STUBBORN = """
            trap '' TERM
            sh -c "trap '' TERM; while true; do sleep 1; done" &
            (setsid sh -c "trap '' TERM; while true; do sleep 1; done" >/dev/null 2>&1 </dev/null &)
            echo begun
            while true; do sleep 1; done
            """;

    private final String key = "test-plan/1/ending/1/" + System.nanoTime();

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() {
        List<Marked> left = running();
        left.forEach(marked -> marked.handle().destroyForcibly());
        assertThat(left).isEmpty();
    }

    private List<Marked> running() {
        return MarkedProcesses.of(key).stream()
                .filter(marked -> !MarkedProcesses.isZombie(marked.handle()))
                .toList();
    }

    private Assignment delivery(long fence) {
        AttemptId id = new AttemptId("run-1", "test-plan", 1, "ending", 1, 1, key, fence);
        return Assignments.of(folder, Purpose.WORK, Assignments.agent(), null, id);
    }

    private Heard start(String script) {
        Heard heard = new Heard();
        Scripts.script(folder, Kind.TEXT, script).start(delivery(1), heard);
        return heard;
    }

    @Test
    void cancelled_program_is_gone_within_two_seconds_however_stubborn() throws InterruptedException {
        Heard heard = new Heard();
        Call call = Scripts.script(folder, Kind.TEXT, STUBBORN).start(delivery(1), heard);
        heard.awaitLine();
        assertThat(running()).hasSizeGreaterThanOrEqualTo(3);
        long start = System.nanoTime();
        call.cancel("Ann wants it so");
        assertThat(heard.outcome())
                .isInstanceOfSatisfying(
                        Cancelled.class,
                        cancelled -> assertThat(cancelled.why()).isEqualTo("Ann wants it so"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(running()).isEmpty();
        assertThat(heard.outcomes).hasSize(1);
    }

    @Test
    void cancelled_program_may_clean_up_first() throws InterruptedException {
        Heard heard = new Heard();
        Call call = Scripts.script(folder, Kind.TEXT, "trap 'touch cleaned; exit 0' TERM; echo begun; sleep 600 & wait")
                .start(delivery(1), heard);
        heard.awaitLine();
        call.cancel("enough");
        assertThat(heard.outcome()).isInstanceOf(Cancelled.class);
        assertThat(folder.resolve("cleaned")).exists();
    }

    @Test
    void stopped_program_is_ended_too() throws InterruptedException {
        Heard heard = new Heard();
        Call call =
                Scripts.script(folder, Kind.TEXT, "echo begun; kill -STOP $$").start(delivery(1), heard);
        heard.awaitLine();
        call.cancel("enough");
        assertThat(heard.outcome()).isInstanceOf(Cancelled.class);
    }

    @Test
    void call_that_is_cancelled_at_once_is_cancelled() {
        for (int i = 0; i < 20; i++) {
            Heard heard = new Heard();
            Scripts.script(folder, Kind.TEXT, "exec sleep 600")
                    .start(delivery(1), heard)
                    .cancel("at once");
            assertThat(heard.outcome()).isInstanceOf(Cancelled.class);
        }
    }

    @Test
    void call_that_is_cancelled_after_its_end_keeps_its_outcome() {
        Heard heard = new Heard();
        Call call = Scripts.script(folder, Kind.TEXT, "echo done").start(delivery(1), heard);
        assertThat(heard.succeeded().summary()).isEqualTo("done");
        call.cancel("too late");
        assertThat(heard.outcomes).hasSize(1);
    }

    @Test
    void child_that_holds_the_output_does_not_keep_the_call_open() {
        Heard heard = start("echo done; sleep 600 & exit 0");
        assertThat(heard.succeeded().output()).isEqualTo("done");
    }

    @Test
    void child_that_detached_itself_is_ended_with_the_call() {
        Heard heard = start("setsid sh -c 'sleep 600' >/dev/null 2>&1 </dev/null & echo done");
        assertThat(heard.succeeded().output()).isEqualTo("done");
    }

    @Test
    void what_an_earlier_delivery_left_is_ended_first() throws IOException, InterruptedException {
        Process left = marked(1, "sleep", "600");
        Heard heard = new Heard();
        Scripts.script(folder, Kind.TEXT, "echo done").start(delivery(2), heard);
        assertThat(heard.succeeded().output()).isEqualTo("done");
        assertThat(left.waitFor(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_note_is_about_is_ended_first() throws IOException, InterruptedException {
        Process left = new ProcessBuilder("sleep", "600").start();
        new Leftover(Files.createDirectories(folder.resolve(".attempt"))).write(left.toHandle());
        Heard heard = new Heard();
        Scripts.script(folder, Kind.TEXT, "echo done").start(delivery(2), heard);
        assertThat(heard.succeeded().output()).isEqualTo("done");
        assertThat(left.waitFor(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void note_about_another_process_of_that_id_is_ignored() throws IOException {
        Path attempt = Files.createDirectories(folder.resolve(".attempt"));
        Files.writeString(attempt.resolve("process"), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
        assertThat(new Leftover(attempt).process()).isNull();
    }

    @Test
    void delivery_that_comes_after_a_later_one_does_nothing() throws IOException {
        Process later = marked(3, "sleep", "600");
        try {
            Heard heard = new Heard();
            Scripts.script(folder, Kind.TEXT, "touch done-twice").start(delivery(2), heard);
            assertThat(heard.failed().kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
            assertThat(heard.failed().message()).contains("a later delivery of the same call is at work");
            assertThat(later.isAlive()).isTrue();
            assertThat(folder.resolve("done-twice")).doesNotExist();
        } finally {
            later.destroyForcibly().onExit().join();
        }
    }

    /** A process as a Muster that is gone by now has left it. */
    private Process marked(long fence, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of(Mark.KEY, key, Mark.FENCE, Long.toString(fence)));
        return builder.start();
    }
}
