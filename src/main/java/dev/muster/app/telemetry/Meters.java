package dev.muster.app.telemetry;

import dev.muster.agent.executor.Outcome;
import dev.muster.app.refusal.Reason;
import dev.muster.plan.Plan;
import dev.muster.policy.PlanningWatch.Stage;
import dev.muster.source.EnumWord;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** What happens while tasks are planned. */
@ApplicationScoped
class Meters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** As JSON has it, but without what reads and writes JSON: a plan as text needs none of that. */
    static String word(Enum<?> value) {
        return EnumWord.of(value);
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> "succeeded";
            case Outcome.Failed failed -> word(failed.kind());
            case Outcome.Asked _ -> "asked";
            case Outcome.Cancelled _ -> "cancelled";
        };
    }

    void planned(Plan plan) {
        String pack = plan.pack().name();
        Measure.PLANS.counter(registry, pack, word(plan.status())).increment();
        plan.escalations()
                .forEach(escalation -> Measure.ESCALATIONS
                        .counter(registry, pack, escalation.kind())
                        .increment());
        plan.handedOver().forEach(other -> planned(other.plan()));
    }

    void refused(Reason reason) {
        Measure.REFUSED.counter(registry, reason.kind()).increment();
    }

    <T> T stage(Stage stage, String pack, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            Measure.PLANNING.timer(registry, pack, word(stage)).record(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    void fired(String pack, int rules) {
        Measure.FIRINGS.counter(registry, pack).increment(rules);
    }
}
