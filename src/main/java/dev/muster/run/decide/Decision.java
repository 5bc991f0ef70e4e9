package dev.muster.run.decide;

import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens next.
 *
 * @param events to append, all or none; only then anything is started
 * @param state after them
 * @param wakeAt when there is something to decide though nothing has come in; null where only something from outside brings
 *     the run on
 */
public record Decision(
        List<RunEvent> events, RunState state, @Nullable Instant wakeAt) {
    public Decision {
        events = List.copyOf(events);
    }
}
