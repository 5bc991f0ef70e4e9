package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEngineTest extends EngineBehaviour {
    private final Path folder;

    SqliteEngineTest(@TempDir Path folder) {
        super(TestDatabase.at(TestDatabase.fileIn(folder)));
        this.folder = folder;
    }

    @Test
    void run_waits_for_a_file_that_is_locked_and_goes_on() throws InterruptedException, SQLException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        String impatient = TestDatabase.fileIn(folder).replace("busy_timeout=10000", "busy_timeout=100");
        DurableEngine engine = process("a", workplace.workplace, TestDatabase.at(impatient), Clock.systemUTC());
        String run = start(engine, EnginePlans.chain("p", 2), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();
        long events = head(run).end().seq();

        try (Connection other = DriverManager.getConnection(TestDatabase.fileIn(folder));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            call.listener.finished(TestWorkplace.done("ok"));
            engine.awaitEvents(run, events, Duration.ofMillis(700));
            assertThat(head(run).end().seq()).isEqualTo(events);
            statement.execute("rollback");
        }

        workplace.next().listener.finished(TestWorkplace.done("ok"));
        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(workplace.calledNobody()).isTrue();
        assertSound(run);
    }

    @Test
    void run_waits_for_a_disk_that_is_full_and_goes_on() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        TestDatabase full = TestDatabase.narrow(TestDatabase.fileIn(folder));
        DurableEngine engine = process("a", workplace.workplace, full, Clock.systemUTC());
        String run = start(engine, EnginePlans.chain("p", 1), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();
        long events = head(run).end().seq();

        full.say("pragma max_page_count = " + full.say("pragma page_count"));
        call.listener.finished(large());
        engine.awaitEvents(run, events, Duration.ofMillis(700));
        assertThat(head(run).end().seq()).isEqualTo(events);
        assertThat(head(run).status()).isEqualTo(RunStatus.RUNNING);
        full.say("pragma max_page_count = 1000000");

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertSound(run);
    }

    private static Outcome large() {
        return new Outcome.Succeeded(
                "done",
                "x".repeat(500_000),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Usage.UNKNOWN,
                null,
                false);
    }

    @Test
    void call_that_a_worker_keeps_too_long_ends_by_itself_and_is_made_again() {
        Instant start = Instant.now();
        AtomicReference<Instant> now = new AtomicReference<>(start);
        DurableEngine engine = process("a", TestWorkplace.quick(), database, now::get);
        String run = start(engine, EnginePlans.chain("p", 1), "afar").runId();
        awaitEvent(engine, run, RunEvent.AttemptStarted.class);
        now.set(start.plus(Duration.ofMinutes(90))); // it waits in the queue three times as long as it may take
        Objects.requireNonNull(
                engine.claim(List.of("afar"), claimant("w1", Duration.ofHours(1)), Duration.ofSeconds(10)));
        awaitStatus(engine, run, RunStatus.RUNNING);

        now.set(start.plus(Duration.ofMinutes(121)));
        Outcome outcome =
                awaitEvent(engine, run, RunEvent.AttemptFinished.class).outcome();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT));
        assertThat(events(run, RunEvent.RetryScheduled.class)).hasSize(1);
        assertSound(run);
    }
}
