package dev.muster.app.telemetry;

import dev.muster.app.Refusal;
import dev.muster.app.Telemetry;
import dev.muster.plan.Plan;
import dev.muster.policy.live.InForce;
import dev.muster.run.Logged;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts and times what it is told of. */
@ApplicationScoped
class Measured implements Telemetry {
    private final MeterRegistry registry;
    private final PolicyMeters policies;
    private final RunMeters runs;

    Measured(MeterRegistry registry, PolicyMeters policies, RunMeters runs) {
        this.registry = registry;
        this.policies = policies;
        this.runs = runs;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Plan planning(Supplier<Plan> work) {
        try {
            Plan plan = work.get();
            count(plan);
            return plan;
        } catch (Refusal e) {
            Measure.REFUSED.counter(registry, e.reason().kind()).increment();
            throw e;
        }
    }

    private void count(Plan plan) {
        String pack = plan.pack().name();
        Measure.PLANS.counter(registry, pack, word(plan.status())).increment();
        plan.escalations()
                .forEach(escalation -> Measure.ESCALATIONS
                        .counter(registry, pack, escalation.kind())
                        .increment());
        plan.handedOver().forEach(other -> count(other.plan()));
    }

    @Override
    public <T> T stage(Stage stage, String pack, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            Measure.PLANNING.timer(registry, pack, word(stage)).record(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    @Override
    public void fired(String pack, int rules) {
        Measure.FIRINGS.counter(registry, pack).increment(rules);
    }

    @Override
    public void policies(InForce before, InForce now) {
        policies.changed(before, now);
    }

    @Override
    public void kept(String runId, List<Logged> events) {
        runs.kept(runId, events);
    }
}
