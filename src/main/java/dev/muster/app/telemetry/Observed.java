package dev.muster.app.telemetry;

import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Executor;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.policy.live.InForce;
import dev.muster.run.event.Logged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures and logs what it is told of. */
@ApplicationScoped
class Observed implements Telemetry {
    private static final Logger LOG = Logger.getLogger(Observed.class);

    private final Meters meters;
    private final PolicyMeters policies;
    private final RunMeters runs;
    private final RunTraces traces;
    private final Tracing tracing;
    private final LogFields fields;

    Observed(
            Meters meters, PolicyMeters policies, RunMeters runs, RunTraces traces, Tracing tracing, LogFields fields) {
        this.meters = meters;
        this.policies = policies;
        this.runs = runs;
        this.traces = traces;
        this.tracing = tracing;
        this.fields = fields;
    }

    @Override
    public Plan planning(String id, Supplier<Plan> work) {
        try (LogFields.Scope _ = fields.with(Map.of(LogFields.PLAN, id))) {
            Plan plan = tracing.in("plan", Map.of("muster.plan.id", id), work);
            meters.planned(plan);
            LOG.infof("Planned by %s %s: %s.", plan.pack().name(), plan.pack().version(), Meters.word(plan.status()));
            return plan;
        } catch (Refusal e) {
            meters.refused(e.reason());
            throw e;
        }
    }

    @Override
    public <T> T stage(Stage stage, String pack, Supplier<T> work) {
        return tracing.in(Meters.word(stage), Map.of("muster.pack", pack), () -> meters.stage(stage, pack, work));
    }

    @Override
    public void fired(String pack, int rules) {
        meters.fired(pack, rules);
    }

    @Override
    public void policies(InForce before, InForce now) {
        policies.changed(before, now);
    }

    @Override
    public void kept(String runId, List<Logged> events) {
        runs.kept(runId, events);
    }

    @Override
    public void carrying(String runId, Runnable work) {
        try (LogFields.Scope _ = fields.with(Map.of(LogFields.RUN, runId))) {
            work.run();
        }
    }

    @Override
    public Executor watched(String name, Executor executor) {
        return new WatchedExecutor(name, executor, tracing, fields);
    }

    @Override
    public @Nullable String traceparent(AttemptId id) {
        return traces.parent(id);
    }
}
