package dev.muster.run;

import dev.muster.agent.executor.Outcome;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.Acceptance.Accepted;
import dev.muster.run.Acceptance.Kind;
import dev.muster.run.Acceptance.Refused;
import dev.muster.run.Route.Gate;
import dev.muster.run.Route.Stop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether something from outside counts, and what it comes to. */
public final class Accepting {
    private Accepting() {}

    public static Acceptance accept(RunState state, Input input, Instant now) {
        if (state.ended()) {
            return new Refused(Kind.ENDED, "Run " + state.brief().runId() + " has ended.");
        }
        Turn turn = new Turn(state, now);
        Refused refused = switch (input) {
            case Input.AttemptResult result -> result(turn, result);
            case Input.AttemptProgress progress -> progress(turn, progress);
            case Input.Redeliver redeliver -> redeliver(turn, redeliver);
            case Input.Claimed claimed -> claimed(turn, claimed);
            case Input.CheckDone done -> check(turn, done);
            case Input.Answer answer -> Answering.answer(turn, answer);
            case Input.Override override -> override(turn, override);
            case Input.Cancel cancel -> cancel(turn, cancel);
        };
        return refused != null ? refused : new Accepted(turn.events(), turn.state());
    }

    private static @Nullable Refused result(Turn turn, Input.AttemptResult input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = stale(turn.state(), call, input.key(), input.fence());
        if (call != null && refused == null) {
            Outcome outcome = input.outcome();
            turn.emit(new RunEvent.AttemptFinished(call.step(), call.gate(), call.key(), call.fence(), outcome));
        }
        return refused;
    }

    private static @Nullable Refused progress(Turn turn, Input.AttemptProgress input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = stale(turn.state(), call, input.key(), input.fence());
        if (call != null && refused == null) {
            turn.emit(new RunEvent.AttemptProgressed(call.step(), call.gate(), call.key(), input.text()));
        }
        return refused;
    }

    private static @Nullable Refused redeliver(Turn turn, Input.Redeliver input) {
        OpenCall call = call(turn.state(), input.key());
        if (call == null) {
            return notOpen(turn.state(), input.key());
        }
        Instant dueBy = Times.dueAgain(turn, call);
        turn.emit(new RunEvent.AttemptRedelivered(call.step(), call.gate(), call.key(), call.fence() + 1, dueBy));
        return null;
    }

    private static @Nullable Refused claimed(Turn turn, Input.Claimed input) {
        OpenCall call = call(turn.state(), input.key());
        if (call == null) {
            return notOpen(turn.state(), input.key());
        }
        if (call.kind() != ExecutorKind.WORKER) {
            return new Refused(Kind.NOT_ALLOWED, input.key() + " is none that workers fetch.");
        }
        Instant dueBy = Times.claimDueBy(turn, call);
        turn.emit(
                new RunEvent.AttemptClaimed(call.step(), call.gate(), call.key(), call.fence(), input.worker(), dueBy));
        return null;
    }

    private static @Nullable Refused check(Turn turn, Input.CheckDone input) {
        OpenCheck check = turn.state().openChecks().stream()
                .filter(open -> open.key().equals(input.key()))
                .findFirst()
                .orElse(null);
        if (check == null) {
            return notOpen(turn.state(), input.key());
        }
        turn.emit(new RunEvent.CheckFinished(check.step(), check.phase(), check.key(), input.result()));
        return null;
    }

    private static @Nullable Refused override(Turn turn, Input.Override input) {
        Stop stop = turn.state().route().stop(input.step());
        int place = stop == null ? -1 : stop.gate(input.gate());
        if (stop == null || place < 0) {
            return new Refused(
                    Kind.UNKNOWN,
                    "There is no " + input.gate() + " review of a step " + input.step() + " in this run.");
        }
        Gate gate = stop.gates().get(place);
        if (gate.level() == ReviewLevel.HARD) {
            return new Refused(
                    Kind.NOT_ALLOWED,
                    "The " + gate.name() + " review of " + stop.name() + " is hard: nobody overrides it.");
        }
        if (turn.step(stop).ended()) {
            return new Refused(Kind.STALE, "Step " + stop.name() + " has ended.");
        }
        if (input.by().isBlank() || input.why().isBlank()) {
            return new Refused(Kind.INVALID, "Whoever wants to override a review gives a name and a reason.");
        }
        Asking.override(turn, stop, gate, input.by(), input.why());
        return null;
    }

    private static @Nullable Refused cancel(Turn turn, Input.Cancel input) {
        if (input.by().isBlank()) {
            return new Refused(Kind.INVALID, "Whoever cancels a run gives a name.");
        }
        turn.emit(new RunEvent.CancelRequested(input.by(), input.why()));
        return null;
    }

    private static @Nullable OpenCall call(RunState state, String key) {
        List<OpenCall> open = state.openCalls();
        return open.stream().filter(call -> call.key().equals(key)).findFirst().orElse(null);
    }

    private static @Nullable Refused stale(RunState state, @Nullable OpenCall call, String key, long fence) {
        if (call == null) {
            return notOpen(state, key);
        }
        return call.fence() == fence
                ? null
                : new Refused(
                        Kind.STALE,
                        key + " was given out again: delivery " + call.fence() + " counts, not " + fence + ".");
    }

    private static Refused notOpen(RunState state, String key) {
        boolean known = Keys.isOf(state, key);
        return known
                ? new Refused(Kind.STALE, key + " is no longer open: it has ended, or ran out of time.")
                : new Refused(Kind.UNKNOWN, "Run " + state.brief().runId() + " knows no call or check " + key + ".");
    }
}
