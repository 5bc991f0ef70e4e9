package dev.muster.run.decide;

import dev.muster.run.fold.RunState;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import dev.muster.run.turn.Times;
import dev.muster.run.turn.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When there is something to decide though nothing has come in. */
final class Waking {
    private @Nullable Instant first;

    private Waking() {}

    static @Nullable Instant at(Turn turn) {
        Waking waking = new Waking();
        RunState state = turn.state();
        if (state.ended()) {
            return null;
        }
        state.openCalls().forEach(call -> waking.late(call.dueBy()));
        state.openChecks().forEach(check -> waking.late(check.dueBy()));
        state.active().each(place -> waking.due(turn, state.step(place)));
        return waking.first;
    }

    private void late(@Nullable Instant dueBy) {
        if (dueBy != null) {
            at(dueBy.plus(Times.GRACE));
        }
    }

    /** What is due already waits for something else than time. */
    private void due(Turn turn, StepState step) {
        if (step.stage() instanceof Stage.Due due && due.notBefore().isAfter(turn.now())) {
            at(due.notBefore());
        } else if (step.stage() instanceof Stage.Reviewing reviewing) {
            for (GateStage gate : reviewing.gates()) {
                if (gate instanceof GateStage.Due due && due.notBefore().isAfter(turn.now())) {
                    at(due.notBefore());
                }
            }
        }
    }

    private void at(Instant then) {
        if (first == null || then.isBefore(first)) {
            first = then;
        }
    }
}
