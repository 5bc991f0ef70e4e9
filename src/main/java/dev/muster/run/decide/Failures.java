package dev.muster.run.decide;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Times;
import dev.muster.run.turn.Turn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What follows where a call of an agent came to nothing. */
final class Failures {
    private final Turn turn;
    private final Decisions decisions;

    Failures(Turn turn, Decisions decisions) {
        this.turn = turn;
        this.decisions = decisions;
    }

    /** Ended from outside while the run goes on: whoever did that gave no result. */
    static Outcome.Failed cancelled(Outcome.Cancelled cancelled) {
        return new Outcome.Failed(
                FailureKind.INFRASTRUCTURE, "It was ended: " + cancelled.why(), true, cancelled.usage(), false);
    }

    void of(RunStep stop, @Nullable Gate gate, OpenCall call, Outcome.Failed failure) {
        Trouble.AttemptFailed trouble = new Trouble.AttemptFailed(
                stop.name(),
                gate == null ? null : gate.name(),
                gate == null ? null : gate.level(),
                call.attempt(),
                attemptsLeft(stop, call),
                failure,
                stop.needed(),
                gate == null ? stop.hasHardGate() : gate.level() == ReviewLevel.HARD,
                turn.state().route().phases().get(stop.phase()).phase().hint());
        Remedy remedy = Bounds.keep(decisions.on(trouble), trouble);
        turn.emit(new RunEvent.TroubleMet(
                stop.name(), null, call.gate(), trouble.kind(), trouble.text(), remedy.kind(), remedy.decidedBy()));
        switch (remedy.kind()) {
            case STOP -> Endings.end(turn, RunStatus.FAILED, stop.agent() + ": " + failure.message());
            case RETRY -> retry(stop, call);
            case ASK -> ask(stop, gate, failure);
            case REPORT -> report(stop, gate, failure);
            case REWORK -> throw new IllegalStateException("A call that came to nothing has nothing to rework.");
        }
    }

    /** What a person allows beyond the limit is that one call, and nobody else's. */
    private static int attemptsLeft(RunStep stop, OpenCall call) {
        return Math.max(0, stop.plan().limits().attempts() - call.attempt());
    }

    private void retry(RunStep stop, OpenCall call) {
        Duration wait = Times.backoff(turn.state().brief().seed(), call.key(), call.attempt());
        turn.emit(new RunEvent.RetryScheduled(
                stop.name(), call.gate(), call.attempt() + 1, turn.now().plus(wait), "the call before failed"));
    }

    private void ask(RunStep stop, @Nullable Gate gate, Outcome.Failed failure) {
        if (gate == null) {
            OpenQuestions.failure(turn, stop, failure.message());
        } else {
            OpenQuestions.noVerdict(turn, stop, gate, failure.message());
        }
    }

    /** A review that is not given is passed over by the trouble's own event; a step ends. */
    private void report(RunStep stop, @Nullable Gate gate, Outcome.Failed failure) {
        if (gate == null) {
            Endings.fail(turn, stop, failure.message());
        }
    }
}
