package dev.muster.run.turn;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.state.Ask;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.Route;
import dev.muster.run.state.Stage;
import java.util.function.Predicate;

/** Ends steps and runs, with what hangs on them. */
public final class Endings {
    private Endings() {}

    /** Ends a run; what is at work is cancelled. */
    public static void end(Turn turn, RunStatus status, String why) {
        turn.state().openCalls().forEach(call -> cancel(turn, call, why));
        for (OpenCheck check : turn.state().openChecks()) {
            turn.emit(new RunEvent.CheckFinished(
                    check.step(),
                    check.phase(),
                    check.key(),
                    new CheckResult(check.command(), CheckResult.Status.CANCELLED, null, "", why, 0, false)));
        }
        turn.emit(new RunEvent.RunEnded(status, why));
    }

    /** Ends what other reviewers of a step are still at, and what else people are asked about it, before a person moves it on. */
    public static void release(Turn turn, Route.RunStep stop, String why) {
        withdraw(turn, asked -> stop.name().equals(asked.step()) && holdsUp(asked.kind()), why);
        turn.state().openCalls().stream()
                .filter(call -> call.step().equals(stop.name()))
                .forEach(call -> cancel(turn, call, why));
    }

    /** Ends questions that are moot. */
    public static void withdraw(Turn turn, Predicate<RunEvent.PersonAsked> moot, String why) {
        turn.state().asks().stream()
                .map(Ask::asked)
                .filter(moot)
                .forEach(asked -> turn.emit(new RunEvent.AskWithdrawn(asked.askId(), why)));
    }

    /** Whether the step waits for the answer; a wish to override and a limit stand for themselves. */
    private static boolean holdsUp(AskKind kind) {
        return switch (kind) {
            case QUESTION, CONFLICT, FAILURE, CHECK, REVIEW -> true;
            case ESCALATION, PREREQUISITES, PHASE, LIMIT, OVERRIDE -> false;
        };
    }

    private static void cancel(Turn turn, OpenCall call, String why) {
        Outcome cancelled = new Outcome.Cancelled(why, Usage.UNKNOWN);
        turn.emit(new RunEvent.AttemptFinished(
                call.step(), call.gate(), call.key(), call.fence(), cancelled, null, null));
    }

    /** A step has failed; what waits for it cannot be done either. */
    public static void fail(Turn turn, Route.RunStep stop, String why) {
        turn.emit(new RunEvent.StepEnded(stop.name(), StepStatus.FAILED, why));
        block(turn, stop);
    }

    private static void block(Turn turn, Route.RunStep failed) {
        for (int place : failed.holdsUp()) {
            Route.RunStep stop = turn.state().route().steps().get(place);
            if (turn.step(stop).stage() instanceof Stage.Waiting) {
                turn.emit(new RunEvent.StepEnded(
                        stop.name(), StepStatus.BLOCKED, "it needs " + failed.name() + ", which was not done"));
                block(turn, stop);
            }
        }
    }

    /** How a run ends in which everything has ended. */
    public static void complete(Turn turn) {
        long missing = turn.state().route().steps().stream()
                .filter(Route.RunStep::needed)
                .filter(stop -> turn.step(stop).stage() instanceof Stage.Ended ended
                        && (ended.status() == StepStatus.FAILED || ended.status() == StepStatus.BLOCKED))
                .count();
        if (missing == 0) {
            end(turn, RunStatus.COMPLETED, "all that was planned is done");
        } else {
            end(turn, RunStatus.FAILED, missing + (missing == 1 ? " step" : " steps") + " that others need failed");
        }
    }
}
