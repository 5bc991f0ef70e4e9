package dev.muster.app.telemetry;

import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.StoreFailure;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What happens in runs, from the events that this process keeps. */
@ApplicationScoped
class RunMeters {
    private static final Logger LOG = Logger.getLogger(RunMeters.class);

    /** Runs of which is remembered what is open; of others it is read again. */
    private static final int REMEMBERED = 1_000;

    private final MeterRegistry registry;
    private final RunLog log;
    private final RunTraces traces;
    private final Map<String, RunSoFar> runs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunSoFar> eldest) {
            return size() > REMEMBERED;
        }
    };

    RunMeters(MeterRegistry registry, RunLog log, RunTraces traces) {
        this.traces = traces;
        this.registry = registry;
        this.log = log;
    }

    void kept(String runId, List<Logged> events) {
        RunSoFar run = find(runId, events.getFirst().seq());
        synchronized (run) {
            for (Logged logged : events) {
                RunEvent event = logged.event();
                count(run, logged, event);
                traces.kept(runId, run, logged, event);
                run.add(logged, event);
                if (event instanceof RunEvent.RunEnded) {
                    forget(runId);
                }
            }
        }
    }

    private RunSoFar find(String runId, long first) {
        RunSoFar known;
        synchronized (runs) {
            known = runs.get(runId);
        }
        if (known != null) {
            return known;
        }
        RunSoFar read = soFar(runId, first);
        synchronized (runs) {
            RunSoFar other = runs.putIfAbsent(runId, read);
            return other == null ? read : other;
        }
    }

    private void forget(String runId) {
        synchronized (runs) {
            runs.remove(runId);
        }
    }

    /** A run that another process, or an earlier one, has begun. */
    private RunSoFar soFar(String runId, long first) {
        RunSoFar run = new RunSoFar();
        try {
            if (first > 1) {
                log.events(runId, 0, Math.toIntExact(first - 1)).forEach(logged -> run.add(logged, logged.event()));
            }
        } catch (StoreFailure e) {
            LOG.warnf("What was before in the run %s is not measured: %s", runId, e.getMessage());
        }
        return run;
    }

    private void count(RunSoFar run, Logged logged, RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted started ->
                Measure.RUNS
                        .counter(registry, Meters.word(started.mode()), "started")
                        .increment();
            case RunEvent.RunEnded ended ->
                Measure.RUNS
                        .counter(registry, run.mode(), Meters.word(ended.status()))
                        .increment();
            case RunEvent.AttemptStarted started
            when run.isNew(started.step()) ->
                Measure.STEPS.counter(registry, run.mode(), "started").increment();
            case RunEvent.StepEnded ended ->
                Measure.STEPS
                        .counter(registry, run.mode(), Meters.word(ended.status()))
                        .increment();
            case RunEvent.AttemptFinished finished -> count(run, logged, finished);
            case RunEvent.CheckFinished finished ->
                Measure.CHECKS
                        .counter(
                                registry,
                                run.mode(),
                                Meters.word(finished.result().status()))
                        .increment();
            case RunEvent.PersonAsked asked ->
                Measure.QUESTIONS
                        .counter(registry, run.mode(), Meters.word(asked.kind()))
                        .increment();
            case RunEvent.TroubleMet met ->
                Measure.TROUBLES
                        .counter(registry, run.mode(), Meters.word(met.kind()), Meters.word(met.remedy()))
                        .increment();
            default -> {}
        }
    }

    private void count(RunSoFar run, Logged logged, RunEvent.AttemptFinished finished) {
        RunSoFar.OpenCall call = run.call(finished.key());
        if (call != null) {
            Measure.CALLS
                    .timer(
                            registry,
                            run.mode(),
                            call.started().executor(),
                            Meters.word(call.started().purpose()),
                            Meters.outcome(finished.outcome()))
                    .record(Duration.between(call.at(), logged.at()));
        }
    }
}
