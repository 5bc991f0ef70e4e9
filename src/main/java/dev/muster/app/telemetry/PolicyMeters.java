package dev.muster.app.telemetry;

import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Served;
import dev.muster.policy.live.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What became of edits of the policies, and how the packs stand. */
@ApplicationScoped
class PolicyMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private volatile InForce current = InForce.NOTHING;

    PolicyMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void changed(InForce before, InForce now) {
        current = now;
        for (Standing standing : now.all()) {
            Standing earlier = before.find(standing.name());
            if (earlier == null) {
                Measure.AGE.gauge(registry, () -> age(standing.name()), standing.name());
                Measure.DEGRADED.gauge(registry, () -> degraded(standing.name()), standing.name());
            }
            if (earlier != standing && before != InForce.NOTHING) {
                Measure.RELOADS
                        .counter(registry, standing.name(), result(standing))
                        .increment();
            }
        }
    }

    private static String result(Standing standing) {
        return !standing.faults().isEmpty() ? "refused" : standing.rolledBack() ? "rolled-back" : "applied";
    }

    /** Nothing where no version plans, or the pack is gone. */
    private double age(String pack) {
        Standing standing = current.find(pack);
        Served served = standing == null ? null : standing.served();
        return served == null
                ? Double.NaN
                : Duration.between(served.since(), clock.instant()).toMillis() / 1_000.0;
    }

    private double degraded(String pack) {
        @Nullable Standing standing = current.find(pack);
        return standing == null ? Double.NaN : standing.faults().isEmpty() ? 0 : 1;
    }
}
