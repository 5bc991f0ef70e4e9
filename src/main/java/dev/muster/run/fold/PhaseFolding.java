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
        RunPhase stretch = folding.stretch(e.phase());
        folding.put(stretch, state(stretch).at(new PhaseStage.Running()));
        stretch.steps().forEach(place -> folding.put(folding.route.steps().get(place), folding.steps.get(place)));
        if (!stretch.blocks()) {
            letThrough(stretch);
        }
        settle(stretch);
    }

    void skipped(RunEvent.PhaseSkipped e) {
        skip(folding.stretch(e.phase()), "phase " + e.phase() + " was not wanted");
    }

    private void skip(RunPhase stretch, String why) {
        StepFolding steps = new StepFolding(folding);
        stretch.steps().forEach(place -> steps.end(folding.route.steps().get(place), StepStatus.SKIPPED, why));
        stretch.nested().forEach(place -> skip(folding.route.phases().get(place), why));
        end(stretch, true);
    }

    void ended(RunEvent.PhaseEnded e) {
        end(folding.stretch(e.phase()), false);
    }

    private void end(RunPhase stretch, boolean skipped) {
        letThrough(stretch);
        folding.put(stretch, state(stretch).at(new PhaseStage.Ended(skipped)));
        inParent(stretch, 0, -1);
    }

    /** One step fewer to wait for. */
    void stepEnded(RunStep stop) {
        RunPhase stretch = stretch(stop);
        folding.put(stretch, state(stretch).steps(stop.step().blocking() ? -1 : 0, -1));
        settle(stretch);
    }

    /** A step that had ended is taken up again; what was through because of it is so no more. */
    void reopened(RunStep stop) {
        RunPhase stretch = stretch(stop);
        boolean blocking = stop.step().blocking();
        folding.put(stretch, state(stretch).steps(blocking ? 1 : 0, 1));
        reopen(stretch, blocking);
    }

    private void reopen(RunPhase stretch, boolean blocking) {
        PhaseState phase = state(stretch);
        boolean closes = blocking && phase.through();
        boolean again = blocking || !stretch.blocks();
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
        folding.put(stretch, next);
        if (stretch.parent() >= 0 && (closes || phase.ended())) {
            RunPhase parent = folding.route.phases().get(stretch.parent());
            folding.put(parent, state(parent).phases(closes ? 1 : 0, phase.ended() ? 1 : 0));
            reopen(parent, blocking);
        }
    }

    /** All checks of a phase have passed or were passed over. */
    void checked(RunPhase stretch) {
        folding.put(stretch, state(stretch).at(new PhaseStage.Checked()));
        letThrough(stretch);
    }

    /** Where the work of a phase is done, its checks begin. */
    private void settle(RunPhase stretch) {
        PhaseState phase = state(stretch);
        if (!(phase.stage() instanceof PhaseStage.Running)) {
            return;
        }
        boolean done = phase.workDone(stretch);
        if (done && stretch.phase().checks().isEmpty()) {
            checked(stretch);
        } else if (done) {
            folding.put(
                    stretch, phase.at(new PhaseStage.Checking(CheckRun.START)).inRound(phase.round() + 1));
        }
    }

    private void letThrough(RunPhase stretch) {
        PhaseState phase = state(stretch);
        if (!phase.through()) {
            folding.put(stretch, phase.letThrough());
            inParent(stretch, -1, 0);
        }
    }

    private void inParent(RunPhase stretch, int moreClosed, int moreOpen) {
        if (stretch.parent() >= 0) {
            RunPhase parent = folding.route.phases().get(stretch.parent());
            folding.put(parent, state(parent).phases(moreClosed, moreOpen));
            settle(parent);
        }
    }

    private PhaseState state(RunPhase stretch) {
        return folding.phases.get(stretch.place());
    }

    private RunPhase stretch(RunStep stop) {
        return folding.route.phases().get(stop.phase());
    }
}
