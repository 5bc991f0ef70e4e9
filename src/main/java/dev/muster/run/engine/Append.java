package dev.muster.run.engine;

import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events to be kept, all or none.
 *
 * @param from the end of the log that they continue
 * @param fence of whoever carries the run out; null where they come from outside
 * @param events none where only the end of the log and the fence are to be held against what is kept
 * @param changes what follows for those who wait elsewhere
 */
public record Append(
        String runId,
        Chain from,
        @Nullable Long fence,
        List<Logged> events,
        Instant at,
        RunStatus status,
        Waiting.WorkListChanges changes) {
    public Append {
        events = List.copyOf(events);
    }

    public Chain end() {
        return events.isEmpty() ? from : from.with(events.getLast());
    }

    /** What came of it. */
    public enum Result {
        KEPT,
        /** The log has more events than that: read them first. */
        BEHIND,
        /** Somebody else carries the run out. */
        LOST
    }
}
