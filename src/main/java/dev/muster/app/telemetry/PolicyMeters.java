package dev.muster.app.telemetry;

import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
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
        for (String name : before.names()) {
            if (!now.names().contains(name)) {
                Measure.AGE.forget(registry, name);
                Measure.DEGRADED.forget(registry, name);
            }
        }
        for (PackStatus standing : now.all()) {
            PackStatus earlier = before.find(standing.name());
            gauges(standing);
            if (earlier != standing && before != InForce.NOTHING) {
                Measure.RELOADS
                        .counter(registry, standing.name(), result(standing))
                        .increment();
            }
        }
    }

    /** A version that does not plan has no age. One gauge stays the same, however often it is asked for. */
    private void gauges(PackStatus standing) {
        String pack = standing.name();
        Measure.DEGRADED.gauge(registry, () -> degraded(pack), pack);
        if (standing.served() == null) {
            Measure.AGE.forget(registry, pack);
        } else {
            Measure.AGE.gauge(registry, () -> age(pack), pack);
        }
    }

    private static String result(PackStatus standing) {
        return !standing.faults().isEmpty() ? "refused" : standing.rolledBack() ? "rolled-back" : "applied";
    }

    /** Nothing where no version plans, or the pack is gone. */
    private double age(String pack) {
        PackStatus standing = current.find(pack);
        Served served = standing == null ? null : standing.served();
        return served == null
                ? Double.NaN
                : Duration.between(served.since(), clock.instant()).toMillis() / 1_000.0;
    }

    private double degraded(String pack) {
        @Nullable PackStatus standing = current.find(pack);
        return standing == null ? Double.NaN : standing.faults().isEmpty() ? 0 : 1;
    }
}
