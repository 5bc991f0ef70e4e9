package dev.muster.run.turn;

import dev.muster.run.fold.RunState;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.StepState;

/** How often work may still go back. */
public final class Rounds {
    private Rounds() {}

    public static int left(RunState state, RunStep stop) {
        StepState step = state.step(stop.place());
        return Math.max(stop.plan().limits().rounds(), step.roundsAllowed()) - step.round();
    }

    /** What the gate allows, and never more than the step has. */
    public static int left(RunState state, RunStep stop, Gate gate) {
        StepState step = state.step(stop.place());
        return Math.min(left(state, stop), Math.max(gate.maxRounds(), step.roundsAllowed()) - step.round());
    }
}
