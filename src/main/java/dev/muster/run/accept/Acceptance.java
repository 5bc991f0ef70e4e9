package dev.muster.run.accept;

import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import java.util.List;

/** Whether something from outside counts. */
public sealed interface Acceptance {
    /** @param state after the events */
    record Accepted(List<RunEvent> events, RunState state) implements Acceptance {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Kind kind, String message) implements Acceptance {}

    /** Why something does not count. */
    enum Kind {
        /** It has ended, was given out again, ran out of time or was answered meanwhile: nothing is to be done. */
        STALE,
        /** There is no such call, check, question, step or gate. */
        UNKNOWN,
        /** Not this person, or nobody at all. */
        NOT_ALLOWED,

        /** It may be a program that speaks in a person's name. */
        UNPROVEN,
        /** Something is missing, or none of the choices. */
        INVALID,
        /** The run has ended. */
        ENDED
    }
}
