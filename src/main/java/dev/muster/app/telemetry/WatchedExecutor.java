package dev.muster.app.telemetry;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.Executor;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says in the log whom it calls and what came of it; all that is logged on the way says for which step. Each call is a span, and
 * the agent is told which, so that what it traces is part of it.
 */
final class WatchedExecutor implements Executor {
    private static final Logger LOG = Logger.getLogger(WatchedExecutor.class);

    private final String name;
    private final Executor executor;
    private final Tracing tracing;
    private final LogFields fields;

    WatchedExecutor(String name, Executor executor, Tracing tracing, LogFields fields) {
        this.name = name;
        this.executor = executor;
        this.tracing = tracing;
        this.fields = fields;
    }

    @Override
    public Call start(Assignment assignment, Listener listener) {
        try (LogFields.Scope _ = fields.with(of(assignment.id()))) {
            LOG.infof(
                    "%s is called by %s for %s, round %d, attempt %d.",
                    assignment.agent().name(),
                    name,
                    word(assignment),
                    assignment.id().round(),
                    assignment.id().attempt());
            Tracing.Begun span = span(assignment.id());
            Assignment told = span == null
                    ? assignment
                    : assignment.withTraceparent(span.context().header());
            return executor.start(told, new Told(told, listener, span));
        }
    }

    private Tracing.@Nullable Begun span(AttemptId id) {
        TraceContext attempt = RunTraces.ofAttempt(id.runId(), id.key());
        TraceContext call = TraceContext.inRun(id.runId(), "call " + id.key() + " " + id.fence());
        return tracing.isOn() ? tracing.call(call, attempt) : null;
    }

    private static String word(Assignment assignment) {
        String gate = assignment.gate();
        return gate == null ? Meters.word(assignment.purpose()) : gate + " review";
    }

    private static Map<String, String> of(AttemptId id) {
        return Map.of(LogFields.PLAN, id.planId(), LogFields.RUN, id.runId(), LogFields.STEP, id.step());
    }

    private final class Told implements Listener {
        private final Assignment assignment;
        private final Listener listener;
        private final Tracing.@Nullable Begun span;

        Told(Assignment assignment, Listener listener, Tracing.@Nullable Begun span) {
            this.assignment = assignment;
            this.listener = listener;
            this.span = span;
        }

        @Override
        public void progress(String line) {
            listener.progress(line);
        }

        @Override
        public void finished(Outcome outcome) {
            try (LogFields.Scope _ = fields.with(of(assignment.id()))) {
                tell(outcome);
                listener.finished(outcome);
            }
        }

        /** A result counts, whatever becomes of what is told about it. */
        private void tell(Outcome outcome) {
            try {
                end(outcome);
                LOG.infof("%s has ended: %s.", assignment.agent().name(), Meters.outcome(outcome));
            } catch (RuntimeException e) {
                LOG.warnf(e, "The call %s is not traced.", assignment.id().key());
            }
        }

        private void end(Outcome outcome) {
            if (span != null) {
                Map<String, String> attributes = Map.of(
                        "muster.executor", name,
                        "muster.agent", assignment.agent().name(),
                        "muster.fence", Long.toString(assignment.id().fence()),
                        "muster.outcome", Meters.outcome(outcome));
                span.end("call", attributes, outcome instanceof Outcome.Failed failed ? failed.message() : null);
            }
        }
    }
}
