package dev.muster.run.accept;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance.Accepted;
import dev.muster.run.accept.Acceptance.Kind;
import dev.muster.run.accept.Acceptance.Refused;
import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Placeholder;
import dev.muster.run.turn.Turn;
import java.time.Instant;
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
            case Input.AttemptResult result -> AcceptingCalls.result(turn, result);
            case Input.AttemptProgress progress -> AcceptingCalls.progress(turn, progress);
            case Input.Redeliver redeliver -> AcceptingCalls.redeliver(turn, redeliver);
            case Input.Claimed claimed -> AcceptingCalls.claimed(turn, claimed);
            case Input.WorkerResult result -> AcceptingCalls.result(turn, result);
            case Input.WorkerProgress progress -> AcceptingCalls.progress(turn, progress);
            case Input.HandedIn work -> AcceptingCalls.handedIn(turn, work);
            case Input.CheckDone done -> check(turn, done);
            case Input.Answer answer -> AnswerAcceptance.answer(turn, answer);
            case Input.Override override -> override(turn, override);
            case Input.Cancel cancel -> cancel(turn, cancel);
        };
        return refused != null ? refused : new Accepted(turn.events(), turn.state());
    }

    private static @Nullable Refused check(Turn turn, Input.CheckDone input) {
        OpenCheck check = turn.state().openChecks().stream()
                .filter(open -> open.key().equals(input.key()))
                .findFirst()
                .orElse(null);
        if (check == null) {
            return AcceptingCalls.notOpen(turn.state(), input.key());
        }
        turn.emit(new RunEvent.CheckFinished(check.step(), check.phase(), check.key(), input.result()));
        return null;
    }

    private static @Nullable Refused override(Turn turn, Input.Override input) {
        RunStep stop = turn.state().route().stop(input.step());
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
        if (input.by().isBlank() || Placeholder.isLeft(input.why())) {
            return new Refused(Kind.INVALID, "Whoever wants to override a review gives a name and a reason.");
        }
        Refused unproven = Proving.missing(turn.state(), input.proof(), "To want a review overridden");
        if (unproven != null) {
            return unproven;
        }
        OpenQuestions.override(turn, stop, gate, input.by(), input.why());
        return null;
    }

    private static @Nullable Refused cancel(Turn turn, Input.Cancel input) {
        if (input.by().isBlank()) {
            return new Refused(Kind.INVALID, "Whoever cancels a run gives a name.");
        }
        turn.emit(new RunEvent.CancelRequested(input.by(), input.why()));
        return null;
    }
}
