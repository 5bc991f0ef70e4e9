package dev.muster.run.decide;

import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.Turn;

/** No run waits for nothing: where nobody and nothing could bring it on, it ends and says at what it stood. */
final class Standstill {
    private Standstill() {}

    static void end(Turn turn) {
        RunState state = turn.state();
        boolean waits =
                state.machines() > 0 || state.people() > 0 || !state.asks().isEmpty() || Waking.at(turn) != null;
        if (!waits) {
            String left = state.route().steps().stream()
                    .filter(stop -> !turn.step(stop).ended())
                    .findFirst()
                    .map(RunStep::name)
                    .orElse("the end");
            Endings.end(turn, RunStatus.BLOCKED, "nothing can bring it on; the first open step is " + left);
        }
    }
}
