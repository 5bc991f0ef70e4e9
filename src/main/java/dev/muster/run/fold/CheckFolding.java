package dev.muster.run.fold;

import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import org.jspecify.annotations.Nullable;

/** Folds what happens to checks, of steps and of phases. */
final class CheckFolding {
    private final Folding folding;

    CheckFolding(Folding folding) {
        this.folding = folding;
    }

    void started(RunEvent.CheckStarted e) {
        folding.atWork(ExecutorKind.INSIDE, 1);
        put(e.step(), e.phase(), run(e.step(), e.phase()).started(OpenCheck.of(e)));
    }

    void finished(RunEvent.CheckFinished e) {
        CheckRun run = run(e.step(), e.phase());
        if (run.open() == null || !run.open().key().equals(e.key())) {
            throw new IllegalArgumentException(
                    "No check " + e.key() + " is open in run " + folding.brief.runId() + ".");
        }
        folding.atWork(ExecutorKind.INSIDE, -1);
        put(e.step(), e.phase(), run.finished(e.result()));
    }

    /** Where the last check is through and nothing goes back, the step is reviewed, or the phase lets through. */
    void put(@Nullable String step, @Nullable String phase, CheckRun run) {
        if (step != null) {
            RunStep stop = folding.stop(step);
            StepState state = folding.steps.get(stop.place());
            boolean through =
                    run.index() == stop.step().checks().size() && run.findings().isEmpty();
            folding.put(stop, state.at(through ? new StepFolding(folding).reviewing(state) : new Stage.Checking(run)));
        }
        if (phase != null) {
            RunPhase runPhase = folding.runPhase(phase);
            if (run.index() == runPhase.phase().checks().size()
                    && run.findings().isEmpty()) {
                new PhaseFolding(folding).checked(runPhase);
            } else {
                PhaseState state = folding.phases.get(runPhase.place());
                folding.put(runPhase, state.at(new PhaseStage.Checking(run)));
            }
        }
    }

    CheckRun run(@Nullable String step, @Nullable String phase) {
        if (step != null && folding.steps.get(folding.stop(step).place()).stage() instanceof Stage.Checking checking) {
            return checking.checks();
        }
        if (phase != null
                && folding.phases.get(folding.runPhase(phase).place()).stage()
                        instanceof PhaseStage.Checking checking) {
            return checking.checks();
        }
        throw new IllegalArgumentException("No checks are due at " + (step != null ? step : phase) + ".");
    }
}
