package dev.muster.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.app.json.Json;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.runs.WatchedRunLog;
import dev.muster.app.runs.WatchedRunQueue;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.engine.DurableEngine;
import dev.muster.run.engine.RunEngine;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.RunQueue;
import dev.muster.run.engine.WorkTable;
import dev.muster.run.engine.Workplace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The one place where the world's clock and chance come in. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    RunEngine engine(RunLog log, RunQueue queue, WorkTable work, Workplace workplace, Telemetry telemetry) {
        RunLog watched = new WatchedRunLog(log, telemetry);
        return new DurableEngine(
                watched,
                new WatchedRunQueue(queue, telemetry),
                work,
                new Deciding(new PlannedDecisions()),
                workplace,
                log.clock());
    }

    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.mapper();
    }
}
