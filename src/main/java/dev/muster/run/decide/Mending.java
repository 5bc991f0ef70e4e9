package dev.muster.run.decide;

import dev.muster.plan.Running;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;

/** Failures are worked on one at a time, or side by side from as many as the plan says. */
final class Mending {
    private Mending() {}

    static boolean mayGoOn(RunState state, StepState step) {
        if (!step.mending()) {
            return true;
        }
        int open = 0;
        int atWork = 0;
        for (int place = state.active().next(0);
                place >= 0;
                place = state.active().next(place + 1)) {
            StepState other = state.step(place);
            if (other.mending() && (other.stage() instanceof Stage.Due || other.stage() instanceof Stage.Called)) {
                open++;
                atWork += other.stage() instanceof Stage.Called ? 1 : 0;
            }
        }
        return atWork == 0 || sideBySideFrom(state) > 0 && open >= sideBySideFrom(state);
    }

    private static int sideBySideFrom(RunState state) {
        Running running = state.brief().plan().running();
        return running == null ? 0 : running.parallelFailures();
    }
}
