package dev.muster.run.decide;

import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.Turn;
import java.time.Instant;
import java.util.List;

/** Decides what happens next, from the state and the time alone. */
public final class Deciding {
    private final Decisions decisions;

    /** @param decisions what is asked when something goes wrong */
    public Deciding(Decisions decisions) {
        this.decisions = decisions;
    }

    /** All that can be decided now. Another call with its state and the same time decides nothing more. */
    public Decision next(RunState state, Instant now) {
        if (state.ended()) {
            return new Decision(List.of(), state, null);
        }
        Turn turn = new Turn(state, now);
        if (!state.started()) {
            RunStart.begin(turn);
        }
        if (turn.state().cancelRequest() != null) {
            Endings.end(
                    turn,
                    RunStatus.CANCELLED,
                    "cancelled by " + turn.state().cancelRequest().by());
        } else {
            advance(turn);
        }
        return new Decision(turn.events(), turn.state(), Waking.at(turn));
    }

    private void advance(Turn turn) {
        Lateness.end(turn);
        Phases phases = new Phases(turn, decisions);
        Steps steps = new Steps(turn, decisions);
        Starts starts = new Starts(turn);
        int before;
        do {
            before = turn.size();
            phases.advance();
            steps.advance();
            starts.start();
        } while (!turn.state().ended() && turn.size() > before);
        if (!turn.state().ended()) {
            Standstill.end(turn);
        }
    }
}
