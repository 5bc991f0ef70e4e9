package dev.muster.run.state;

import java.util.List;

/** Finds what is at work. */
public final class Open {
    private Open() {}

    public static void calls(StepState step, List<OpenCall> into) {
        if (step.stage() instanceof Stage.Called called) {
            into.add(called.call());
        } else if (step.stage() instanceof Stage.Reviewing reviewing) {
            for (GateStage gate : reviewing.gates()) {
                if (gate instanceof GateStage.Called called) {
                    into.add(called.call());
                }
            }
        }
    }

    public static void check(StepState step, List<OpenCheck> into) {
        if (step.stage() instanceof Stage.Checking checking && checking.checks().open() != null) {
            into.add(checking.checks().open());
        }
    }

    public static void check(PhaseState phase, List<OpenCheck> into) {
        if (phase.stage() instanceof PhaseStage.Checking checking
                && checking.checks().open() != null) {
            into.add(checking.checks().open());
        }
    }
}
