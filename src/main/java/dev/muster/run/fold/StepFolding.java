package dev.muster.run.fold;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Usage;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.StepStatus;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.GateMemory;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import java.util.ArrayList;
import java.util.List;

/** Folds what happens to steps as a whole. */
final class StepFolding {
    private final Folding folding;

    StepFolding(Folding folding) {
        this.folding = folding;
    }

    void ended(RunEvent.StepEnded e) {
        end(folding.stop(e.step()), e.status(), e.why());
    }

    void end(RunStep stop, StepStatus status, String why) {
        StepState step = state(stop);
        if (step.ended()) {
            return;
        }
        folding.put(stop, step.at(new Stage.Ended(status, why)));
        if (status == StepStatus.DONE || status == StepStatus.SKIPPED) {
            waitFor(stop, -1);
        }
        new PhaseFolding(folding).stepEnded(stop);
    }

    void rework(RunEvent.ReworkOrdered e) {
        RunStep stop = folding.stop(e.step());
        StepState step = state(stop);
        Stage due = new Stage.Due(Purpose.REWORK, 1, folding.lastAt);
        folding.put(stop, step.rework(due, e.round(), e.findings(), e.mending()));
        if (step.ended()) {
            waitFor(stop, 1);
            new PhaseFolding(folding).reopened(stop);
            Downstream.reviewers(folding.route, stop).forEach(reviewer -> lookAgain(reviewer, stop));
        }
    }

    /** What a reviewer has judged, or judges now, is not what will be handed in. */
    private void lookAgain(RunStep reviewer, RunStep changed) {
        StepState step = state(reviewer);
        if (step.gates().getFirst().overridden()) {
            return;
        }
        if (step.done()) {
            folding.put(reviewer, step.at(new Stage.HandedBack(List.of(changed.place()))));
            waitFor(reviewer, 1);
            new PhaseFolding(folding).reopened(reviewer);
        } else if (step.stage() instanceof Stage.HandedBack(List<Integer> to)) {
            List<Integer> all = new ArrayList<>(to);
            all.add(changed.place());
            folding.put(reviewer, step.at(new Stage.HandedBack(all)));
        } else if (step.active()) {
            folding.put(reviewer, step.overtaken(changed.place()));
        }
    }

    void handedBack(RunEvent.HandedBack e) {
        List<Integer> to =
                e.to().stream().map(name -> folding.stop(name).place()).toList();
        if (e.step() != null) {
            RunStep stop = folding.stop(e.step());
            folding.put(stop, state(stop).at(new Stage.HandedBack(to)));
        }
        if (e.phase() != null) {
            Route.RunPhase runPhase = folding.runPhase(e.phase());
            folding.put(runPhase, folding.phases.get(runPhase.place()).at(new PhaseStage.HandedBack(to)));
        }
    }

    void roundBegun(RunEvent.RoundBegun e) {
        if (e.step() != null) {
            RunStep stop = folding.stop(e.step());
            begin(stop);
            StepState step = state(stop).at(new Stage.Checking(CheckRun.START), e.round());
            afterWork(stop, step.lookingAgain(stillChanging(step)));
        }
        if (e.phase() != null) {
            Route.RunPhase runPhase = folding.runPhase(e.phase());
            PhaseState phase = folding.phases.get(runPhase.place());
            folding.put(
                    runPhase, phase.at(new PhaseStage.Checking(CheckRun.START)).inRound(e.round()));
        }
    }

    private List<Integer> stillChanging(StepState reviewer) {
        return reviewer.changed().stream()
                .filter(place -> !folding.steps.get(place).ended())
                .toList();
    }

    void takenOver(RunEvent.TakenOver e) {
        RunStep stop = folding.stop(e.step());
        Outcome.Succeeded byHand = new Outcome.Succeeded(
                "Done by hand by " + e.by() + ": " + e.why(),
                e.why(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Usage.UNKNOWN,
                null,
                false);
        StepState step = state(stop);
        afterWork(
                stop,
                step.handed(byHand),
                step.stage() instanceof Stage.Checking checking
                        ? checking.checks().nextSeries()
                        : CheckRun.START);
    }

    /** Counts a step that begins. */
    void begin(RunStep stop) {
        if (state(stop).stage() instanceof Stage.Waiting) {
            folding.begun++;
        }
    }

    /** What was handed in is checked, then reviewed. */
    void afterWork(RunStep stop, StepState step) {
        afterWork(stop, step, CheckRun.START);
    }

    private void afterWork(RunStep stop, StepState step, CheckRun checks) {
        if (stop.step().checks().isEmpty()) {
            folding.put(stop, step.at(reviewing(step)));
        } else {
            folding.put(stop, step.at(new Stage.Checking(checks)));
        }
    }

    Stage reviewing(StepState step) {
        List<GateStage> gates = new ArrayList<>();
        for (GateMemory memory : step.gates()) {
            gates.add(
                    memory.overridden()
                            ? new GateStage.Through(GateStage.How.OVERRIDDEN)
                            : new GateStage.Due(1, folding.lastAt));
        }
        return new Stage.Reviewing(gates);
    }

    /** Those that wait for a step wait for one more, or for one fewer. */
    private void waitFor(RunStep stop, int more) {
        for (int place : stop.holdsUp()) {
            StepState step = folding.steps.get(place);
            if (step.stage() instanceof Stage.Waiting waiting) {
                folding.put(folding.route.steps().get(place), step.at(new Stage.Waiting(waiting.open() + more)));
            }
        }
    }

    private StepState state(RunStep stop) {
        return folding.steps.get(stop.place());
    }
}
