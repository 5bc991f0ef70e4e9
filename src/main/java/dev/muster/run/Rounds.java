package dev.muster.run;

import dev.muster.run.Route.Gate;
import dev.muster.run.Route.Stop;

/** How often work may still go back. */
final class Rounds {
    private Rounds() {}

    static int left(RunState state, Stop stop) {
        StepState step = state.step(stop.place());
        return Math.max(stop.plan().limits().rounds(), step.roundsAllowed()) - step.round();
    }

    /** What the gate allows, and never more than the step has. */
    static int left(RunState state, Stop stop, Gate gate) {
        StepState step = state.step(stop.place());
        return Math.min(left(state, stop), Math.max(gate.maxRounds(), step.roundsAllowed()) - step.round());
    }
}
