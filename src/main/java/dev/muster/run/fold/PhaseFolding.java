package dev.muster.run.fold;

import dev.muster.run.event.RunEvent;
import dev.muster.run.event.StepStatus;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;

/** Folds what happens to phases: who may begin, whose work is done, what lets through. */
final class PhaseFolding {
    private final Folding folding;

    PhaseFolding(Folding folding) {
        this.folding = folding;
    }

    void started(RunEvent.PhaseStarted e) {
        RunPhase runPhase = folding.runPhase(e.phase());
        folding.put(runPhase, state(runPhase).at(new PhaseStage.Running()));
        runPhase.steps().forEach(place -> folding.put(folding.route.steps().get(place), folding.steps.get(place)));
        if (!runPhase.blocks()) {
            letThrough(runPhase);
        }
        settle(runPhase);
    }

    void skipped(RunEvent.PhaseSkipped e) {
        skip(folding.runPhase(e.phase()), "phase " + e.phase() + " was not wanted");
    }

    private void skip(RunPhase runPhase, String why) {
        StepFolding steps = new StepFolding(folding);
        runPhase.steps().forEach(place -> steps.end(folding.route.steps().get(place), StepStatus.SKIPPED, why));
        runPhase.nested().forEach(place -> skip(folding.route.phases().get(place), why));
        end(runPhase, true);
    }

    void ended(RunEvent.PhaseEnded e) {
        end(folding.runPhase(e.phase()), false);
    }

    private void end(RunPhase runPhase, boolean skipped) {
        letThrough(runPhase);
        folding.put(runPhase, state(runPhase).at(new PhaseStage.Ended(skipped)));
        inParent(runPhase, 0, -1);
    }

    /** One step fewer to wait for. */
    void stepEnded(RunStep stop) {
        RunPhase runPhase = runPhase(stop);
        folding.put(runPhase, state(runPhase).steps(stop.step().blocking() ? -1 : 0, -1));
        settle(runPhase);
    }

    /** A step that had ended is taken up again; what was through because of it is so no more. */
    void reopened(RunStep stop) {
        RunPhase runPhase = runPhase(stop);
        boolean blocking = stop.step().blocking();
        folding.put(runPhase, state(runPhase).steps(blocking ? 1 : 0, 1));
        reopen(runPhase, blocking);
    }

    private void reopen(RunPhase runPhase, boolean blocking) {
        PhaseState phase = state(runPhase);
        boolean closes = blocking && phase.through();
        boolean again = blocking || !runPhase.blocks();
        PhaseStage stage = phase.stage();
        if (phase.atRest() && (again || phase.ended())) {
            stage = again ? new PhaseStage.Running() : new PhaseStage.Checked();
        }
        PhaseState next = new PhaseState(
                stage,
                phase.blocking(),
                phase.own(),
                phase.closed(),
                phase.nested(),
                phase.through() && !closes,
                phase.round());
        folding.put(runPhase, next);
        if (runPhase.parent() >= 0 && (closes || phase.ended())) {
            RunPhase parent = folding.route.phases().get(runPhase.parent());
            folding.put(parent, state(parent).phases(closes ? 1 : 0, phase.ended() ? 1 : 0));
            reopen(parent, blocking);
        }
    }

    /** All checks of a phase have passed or were passed over. */
    void checked(RunPhase runPhase) {
        folding.put(runPhase, state(runPhase).at(new PhaseStage.Checked()));
        letThrough(runPhase);
    }

    /** Where the work of a phase is done, its checks begin. */
    private void settle(RunPhase runPhase) {
        PhaseState phase = state(runPhase);
        if (!(phase.stage() instanceof PhaseStage.Running)) {
            return;
        }
        boolean done = phase.workDone(runPhase);
        if (done && runPhase.phase().checks().isEmpty()) {
            checked(runPhase);
        } else if (done) {
            folding.put(
                    runPhase, phase.at(new PhaseStage.Checking(CheckRun.START)).inRound(phase.round() + 1));
        }
    }

    private void letThrough(RunPhase runPhase) {
        PhaseState phase = state(runPhase);
        if (!phase.through()) {
            folding.put(runPhase, phase.letThrough());
            inParent(runPhase, -1, 0);
        }
    }

    private void inParent(RunPhase runPhase, int moreClosed, int moreOpen) {
        if (runPhase.parent() >= 0) {
            RunPhase parent = folding.route.phases().get(runPhase.parent());
            folding.put(parent, state(parent).phases(moreClosed, moreOpen));
            settle(parent);
        }
    }

    private PhaseState state(RunPhase runPhase) {
        return folding.phases.get(runPhase.place());
    }

    private RunPhase runPhase(RunStep stop) {
        return folding.route.phases().get(stop.phase());
    }
}
