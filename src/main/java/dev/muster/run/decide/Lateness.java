package dev.muster.run.decide;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.turn.Times;
import dev.muster.run.turn.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends what takes too long and has not been ended by whoever carries it out. */
final class Lateness {
    private Lateness() {}

    static void end(Turn turn) {
        for (OpenCall call : turn.state().openCalls()) {
            if (late(turn, call.dueBy())) {
                Outcome outcome = new Outcome.Failed(FailureKind.TIMEOUT, text(call), true, Usage.UNKNOWN, false);
                turn.emit(new RunEvent.AttemptFinished(
                        call.step(), call.gate(), call.key(), call.fence(), outcome, null, null));
            }
        }
        for (OpenCheck check : turn.state().openChecks()) {
            if (late(turn, check.dueBy())) {
                CheckResult result = new CheckResult(
                        check.command(),
                        CheckResult.Status.TIMED_OUT,
                        null,
                        "",
                        "It had not ended by " + check.dueBy() + ".",
                        Times.CHECK.toMillis(),
                        false);
                turn.emit(new RunEvent.CheckFinished(check.step(), check.phase(), check.key(), result));
            }
        }
    }

    private static String text(OpenCall call) {
        boolean queued = call.kind() == ExecutorKind.WORKER && call.holder() == null;
        return queued
                ? "No worker of " + call.executor() + " had fetched it by " + call.dueBy() + "."
                : call.agent() + " had not answered by " + call.dueBy() + ".";
    }

    private static boolean late(Turn turn, @Nullable Instant dueBy) {
        return dueBy != null && !turn.now().isBefore(dueBy.plus(Times.GRACE));
    }
}
