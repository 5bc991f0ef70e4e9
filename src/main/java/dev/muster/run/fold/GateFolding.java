package dev.muster.run.fold;

import dev.muster.run.event.RunEvent;
import dev.muster.run.state.GateMemory;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;

/** Folds what reviews come to. */
final class GateFolding {
    private final Folding folding;

    GateFolding(Folding folding) {
        this.folding = folding;
    }

    void verdict(RunEvent.VerdictGiven e) {
        RunStep stop = folding.stop(e.step());
        int gate = stop.gate(e.gate());
        StepState step = state(stop)
                .gate(
                        gate,
                        e.passed()
                                ? new GateStage.Through(GateStage.How.PASSED)
                                : new GateStage.Wanting(e.conditions(), Judging.mustFix(e.verdict())));
        GateMemory memory = step.gates().get(gate);
        boolean first = !e.passed() && memory.scope().isEmpty();
        folding.put(stop, first ? step.memory(gate, memory.withScope(e.conditions())) : step);
    }

    void frozen(RunEvent.ScopeFrozen e) {
        RunStep stop = folding.stop(e.step());
        int gate = stop.gate(e.gate());
        StepState step = state(stop);
        folding.put(stop, step.memory(gate, step.gates().get(gate).nowFrozen()));
    }

    /** Holds for later rounds too. */
    void overridden(RunEvent.GateOverridden e) {
        RunStep stop = folding.stop(e.step());
        int gate = stop.gate(e.gate());
        StepState step = state(stop);
        StepState known = step.memory(gate, step.gates().get(gate).nowOverridden());
        folding.put(
                stop, waits(step, gate) ? known.gate(gate, new GateStage.Through(GateStage.How.OVERRIDDEN)) : known);
    }

    /** A reviewer who is at work ends first. */
    private static boolean waits(StepState step, int gate) {
        return step.stage() instanceof Stage.Reviewing reviewing
                && !(reviewing.gates().get(gate) instanceof GateStage.Called);
    }

    private StepState state(RunStep stop) {
        return folding.steps.get(stop.place());
    }
}
