package dev.muster.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One decision while it is made: the events so far, and the state after them. */
final class Turn {
    private final List<RunEvent> events = new ArrayList<>();
    private final Instant now;
    private RunState state;

    Turn(RunState state, Instant now) {
        this.state = state;
        Instant at = now.isBefore(state.lastAt()) ? state.lastAt() : now;
        this.now = at.truncatedTo(ChronoUnit.MILLIS);
    }

    void emit(RunEvent event) {
        state = state.with(now, event);
        events.add(event);
    }

    RunState state() {
        return state;
    }

    /** Never before the last event. */
    Instant now() {
        return now;
    }

    int size() {
        return events.size();
    }

    List<RunEvent> events() {
        return events;
    }

    StepState step(Route.Stop stop) {
        return state.step(stop.place());
    }

    PhaseState phase(Route.Stretch stretch) {
        return state.phase(stretch.place());
    }
}
