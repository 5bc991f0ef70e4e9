package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.store.PostgresServer;
import dev.muster.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PostgresEngineTest extends EngineBehaviour {
    private static final String END_ITS_CONNECTIONS = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'cut-off'""";

    PostgresEngineTest() {
        super(TestDatabase.at(PostgresServer.newDatabase()));
    }

    @Test
    void run_goes_on_though_its_connections_are_lost() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine engine = process("a", workplace.workplace, database.elsewhere("cut-off"), Clock.systemUTC());
        String run = start(engine, EnginePlans.chain("p", 3), "here").runId();

        for (int i = 0; i < 3; i++) {
            TestWorkplace.Ongoing call = workplace.next();
            assertThat(database.say(END_ITS_CONNECTIONS)).isPositive();
            call.listener.finished(TestWorkplace.done("ok"));
        }

        DurableEngine watching = database.engine("watching", workplace.workplace, Clock.systemUTC());
        awaitStatus(watching, run, RunStatus.COMPLETED);
        assertThat(events(run, RunEvent.AttemptStarted.class)).hasSize(3);
        assertThat(events(run, RunEvent.AttemptFinished.class)).hasSize(3);
        assertSound(run);
    }

    @Test
    void processes_whose_clocks_are_an_hour_apart_leave_each_other_their_runs() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine behind = process("behind", workplace.workplace);
        String run = start(behind, EnginePlans.chain("p", 1), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();
        TestWorkplace.Silent others = new TestWorkplace.Silent();
        InstantSource ahead = InstantSource.offset(Clock.systemUTC(), Duration.ofHours(1));

        process("ahead", others.workplace, database.elsewhere(), ahead);
        behind.awaitEvents(run, head(run).end().seq(), Duration.ofSeconds(5));

        assertThat(others.calledNobody()).isTrue();
        assertThat(call.cancelled).isEmpty();
        call.listener.finished(TestWorkplace.done("ok"));
        awaitStatus(behind, run, RunStatus.COMPLETED);
    }
}
