package dev.muster.app.ports;

import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Whether the store can be reached, and since when that is so, as far as this process has looked. */
@ApplicationScoped
public class StoreReach {
    private final StoreState store;
    private final InstantSource clock;
    private Now now = new Now(null, null);

    StoreReach(StoreState store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How it is.
     *
     * @param trouble why it cannot be reached; null where it can
     * @param since when it began to be so; null where nobody has looked yet
     */
    public record Now(@Nullable Reason trouble, @Nullable Instant since) {
        public boolean reached() {
            return trouble == null;
        }
    }

    /** Looks. */
    public synchronized Now look() {
        Reason trouble = trouble();
        if (now.since() == null || now.reached() != (trouble == null)) {
            now = new Now(trouble, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return now;
    }

    private @Nullable Reason trouble() {
        try {
            store.reach();
            return null;
        } catch (Refusal e) {
            return e.reason();
        }
    }
}
