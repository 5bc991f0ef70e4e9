package dev.muster.app.telemetry;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.Executor;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import dev.muster.app.PlanJson;
import java.util.Map;
import org.jboss.logging.Logger;

/** Says in the log whom it calls and what came of it; all that is logged on the way says for which step. */
final class WatchedExecutor implements Executor {
    private static final Logger LOG = Logger.getLogger(WatchedExecutor.class);

    private final String name;
    private final Executor executor;
    private final LogFields fields;

    WatchedExecutor(String name, Executor executor, LogFields fields) {
        this.name = name;
        this.executor = executor;
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
            return executor.start(assignment, new Told(assignment, listener));
        }
    }

    private static String word(Assignment assignment) {
        String gate = assignment.gate();
        return gate == null ? PlanJson.word(assignment.purpose()) : gate + " review";
    }

    private static Map<String, String> of(AttemptId id) {
        return Map.of(LogFields.PLAN, id.planId(), LogFields.RUN, id.runId(), LogFields.STEP, id.step());
    }

    private final class Told implements Listener {
        private final Assignment assignment;
        private final Listener listener;

        Told(Assignment assignment, Listener listener) {
            this.assignment = assignment;
            this.listener = listener;
        }

        @Override
        public void progress(String line) {
            listener.progress(line);
        }

        @Override
        public void finished(Outcome outcome) {
            try (LogFields.Scope _ = fields.with(of(assignment.id()))) {
                LOG.infof("%s has ended: %s.", assignment.agent().name(), Meters.outcome(outcome));
                listener.finished(outcome);
            }
        }
    }
}
