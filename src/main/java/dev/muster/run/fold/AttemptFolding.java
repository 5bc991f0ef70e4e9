package dev.muster.run.fold;

import dev.muster.agent.executor.Outcome;
import dev.muster.run.event.RunEvent;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Signed;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import org.jspecify.annotations.Nullable;

/** Folds what happens to calls of agents. */
final class AttemptFolding {
    private final Folding folding;

    AttemptFolding(Folding folding) {
        this.folding = folding;
    }

    void started(RunEvent.AttemptStarted e) {
        RunStep stop = folding.stop(e.step());
        OpenCall call = OpenCall.of(e);
        folding.atWork(e.kind(), 1);
        if (e.gate() == null) {
            new StepFolding(folding).begin(stop);
            folding.put(stop, state(stop).at(new Stage.Called(call), e.round()));
        } else {
            folding.put(stop, state(stop).gate(stop.gate(e.gate()), new GateStage.Called(call)));
        }
    }

    void redelivered(RunEvent.AttemptRedelivered e) {
        RunStep stop = folding.stop(e.step());
        called(stop, e.gate(), open(stop, e.gate(), e.key()).again(e));
    }

    void claimed(RunEvent.AttemptClaimed e) {
        RunStep stop = folding.stop(e.step());
        called(stop, e.gate(), open(stop, e.gate(), e.key()).claimed(e));
    }

    private void called(RunStep stop, @Nullable String gate, OpenCall call) {
        folding.put(
                stop,
                gate == null
                        ? state(stop).at(new Stage.Called(call))
                        : state(stop).gate(stop.gate(gate), new GateStage.Called(call)));
    }

    void finished(RunEvent.AttemptFinished e) {
        RunStep stop = folding.stop(e.step());
        OpenCall call = open(stop, e.gate(), e.key());
        folding.atWork(call.kind(), -1);
        folding.spend(e.outcome());
        if (e.gate() != null) {
            judged(stop, call, e);
        } else if (e.outcome() instanceof Outcome.Succeeded succeeded) {
            StepState handed = state(stop).handed(succeeded);
            if (succeeded.conflicts().isEmpty()) {
                new StepFolding(folding).afterWork(stop, handed);
            } else {
                folding.put(stop, handed.at(new Stage.Returned(call, succeeded)));
            }
        } else {
            folding.put(stop, state(stop).at(new Stage.Returned(call, e.outcome())));
        }
    }

    /** What a reviewer's own step hands in is its judgement. */
    private void judged(RunStep stop, OpenCall call, RunEvent.AttemptFinished e) {
        Outcome outcome = e.outcome();
        int gate = stop.gate(call.gate());
        GateStage next = state(stop).gates().get(gate).overridden()
                ? new GateStage.Through(GateStage.How.OVERRIDDEN)
                : new GateStage.Returned(call, outcome, new Signed(e.by(), e.why()));
        StepState step = state(stop).gate(gate, next);
        boolean own = stop.gates().get(gate).own();
        folding.put(stop, own && outcome instanceof Outcome.Succeeded succeeded ? step.handed(succeeded) : step);
    }

    void retry(RunEvent.RetryScheduled e) {
        RunStep stop = folding.stop(e.step());
        StepState step = state(stop);
        if (e.gate() != null) {
            folding.put(stop, step.gate(stop.gate(e.gate()), new GateStage.Due(e.attempt(), e.notBefore())));
        } else if (step.stage() instanceof Stage.Returned returned) {
            Stage due = new Stage.Due(returned.call().purpose(), e.attempt(), e.notBefore());
            folding.put(stop, step.at(due));
        }
    }

    private OpenCall open(RunStep stop, @Nullable String gate, String key) {
        OpenCall call = switch (state(stop).stage()) {
            case Stage.Called called when gate == null -> called.call();
            case Stage.Reviewing reviewing
            when gate != null -> called(reviewing.gates().get(stop.gate(gate)));
            default -> null;
        };
        if (call == null || !call.key().equals(key)) {
            throw new IllegalArgumentException("No call " + key + " is open in run " + folding.brief.runId() + ".");
        }
        return call;
    }

    private static @Nullable OpenCall called(GateStage gate) {
        return gate instanceof GateStage.Called called ? called.call() : null;
    }

    private StepState state(RunStep stop) {
        return folding.steps.get(stop.place());
    }
}
