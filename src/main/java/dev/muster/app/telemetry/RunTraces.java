package dev.muster.app.telemetry;

import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Outcome;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a run: the run, in it each attempt of a step and each check, in those the calls. Its spans are told when their end
 * is kept. In a rehearsal nobody is called, so there is none.
 */
@ApplicationScoped
class RunTraces {
    private final Tracing tracing;

    RunTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** What a call has to say whose part it is; null where nobody traces. */
    @Nullable
    String parent(AttemptId id) {
        return tracing.isOn() ? ofAttempt(id.runId(), id.key()).header() : null;
    }

    static TraceContext ofAttempt(String runId, String key) {
        return TraceContext.inRun(runId, "attempt " + key);
    }

    void kept(String runId, RunSoFar run, Logged logged, RunEvent event) {
        if (!tracing.isOn() || !run.mode().equals(Meters.word(RunMode.REAL))) {
            return;
        }
        switch (event) {
            case RunEvent.AttemptFinished finished -> attempt(runId, run, logged, finished);
            case RunEvent.CheckFinished finished -> {
                Instant end = logged.at();
                Instant start = end.minusMillis(finished.result().millis());
                TraceContext context = TraceContext.inRun(runId, "check " + finished.key());
                String error =
                        finished.result().passed() ? null : finished.result().message();
                Map<String, String> attributes = Map.of(
                        "muster.check", String.join(" ", finished.result().command()));
                add(runId, context, "check", start, end, attributes, error);
            }
            case RunEvent.RunEnded ended -> {
                Map<String, String> attributes =
                        Map.of("muster.run.id", runId, "muster.run.status", Meters.word(ended.status()));
                tracing.add(new TraceSpan(
                        TraceContext.ofRun(runId),
                        null,
                        TraceSpan.Kind.INTERNAL,
                        "run",
                        run.startedAt(logged.at()),
                        logged.at(),
                        attributes,
                        null));
            }
            default -> {}
        }
    }

    private void attempt(String runId, RunSoFar run, Logged logged, RunEvent.AttemptFinished finished) {
        RunSoFar.OpenCall call = run.call(finished.key());
        if (call == null) {
            return;
        }
        RunEvent.AttemptStarted started = call.started();
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "muster.run.id", runId,
                "muster.step", started.step(),
                "muster.agent", started.agent(),
                "muster.executor", started.executor(),
                "muster.purpose", Meters.word(started.purpose()),
                "muster.round", Integer.toString(started.round()),
                "muster.attempt", Integer.toString(started.attempt()),
                "muster.outcome", Meters.outcome(finished.outcome())));
        if (started.gate() != null) {
            attributes.put("muster.gate", started.gate());
        }
        String error = finished.outcome() instanceof Outcome.Failed failed ? failed.message() : null;
        add(runId, ofAttempt(runId, finished.key()), "attempt", call.at(), logged.at(), attributes, error);
    }

    private void add(
            String runId,
            TraceContext context,
            String name,
            Instant start,
            Instant end,
            Map<String, String> attributes,
            @Nullable String error) {
        String run = TraceContext.ofRun(runId).span();
        tracing.add(new TraceSpan(context, run, TraceSpan.Kind.INTERNAL, name, start, end, attributes, error));
    }
}
