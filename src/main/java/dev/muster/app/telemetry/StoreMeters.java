package dev.muster.app.telemetry;

import dev.muster.app.ports.StoreState;
import dev.muster.app.ports.StoreState.Backlog;
import dev.muster.app.refusal.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What waits in the store. It is read once for all gauges, and not more often than anybody could want to know. */
@Singleton
class StoreMeters implements MeterBinder {
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final StoreState store;
    private @Nullable Backlog backlog;
    private long readAt;
    private boolean wasRead;

    StoreMeters(StoreState store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Measure.QUEUE.gauge(registry, () -> value(Backlog::due), "due");
        Measure.QUEUE.gauge(registry, () -> value(Backlog::carried), "carried");
        Measure.QUEUE.gauge(registry, () -> value(Backlog::resting), "resting");
        Measure.WAITING.gauge(registry, () -> value(Backlog::asked), "people");
        Measure.WAITING.gauge(registry, () -> value(Backlog::queued), "workers");
        Measure.STORE.gauge(registry, () -> read() == null ? 0 : 1);
    }

    private double value(ToLongFunction<Backlog> part) {
        Backlog now = read();
        return now == null ? Double.NaN : part.applyAsLong(now);
    }

    /** Null where the store is out of reach. */
    private synchronized @Nullable Backlog read() {
        long now = System.nanoTime();
        if (!wasRead || now - readAt > FRESH) {
            try {
                backlog = store.backlog();
            } catch (Refusal _) {
                backlog = null;
            }
            readAt = System.nanoTime();
            wasRead = true;
        }
        return backlog;
    }
}
