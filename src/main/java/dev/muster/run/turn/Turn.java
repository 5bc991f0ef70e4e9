package dev.muster.run.turn;

import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.StepState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One decision while it is made: the events so far, and the state after them. */
public final class Turn {
    private final List<RunEvent> events = new ArrayList<>();
    private final Instant now;
    private RunState state;

    public Turn(RunState state, Instant now) {
        this.state = state;
        Instant at = now.isBefore(state.lastAt()) ? state.lastAt() : now;
        this.now = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public void emit(RunEvent event) {
        state = state.with(now, event);
        events.add(event);
    }

    public RunState state() {
        return state;
    }

    /** Never before the last event. */
    public Instant now() {
        return now;
    }

    public int size() {
        return events.size();
    }

    public List<RunEvent> events() {
        return events;
    }

    public StepState step(Route.RunStep stop) {
        return state.step(stop.place());
    }

    public PhaseState phase(Route.RunPhase runPhase) {
        return state.phase(runPhase.place());
    }
}
