package dev.muster.run.accept;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Verdict;
import dev.muster.run.accept.Acceptance.Kind;
import dev.muster.run.accept.Acceptance.Refused;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.CallKeys;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Signed;
import dev.muster.run.turn.Times;
import dev.muster.run.turn.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says whether what is told of a call counts: each call is one party's alone. */
final class AcceptingCalls {
    private AcceptingCalls() {}

    static @Nullable Refused result(Turn turn, Input.AttemptResult input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = refusal(turn.state(), call, input.key(), input.fence());
        if (call != null && refused == null) {
            finish(turn, call, input.outcome(), Signed.NOBODY);
        }
        return refused;
    }

    static @Nullable Refused progress(Turn turn, Input.AttemptProgress input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = refusal(turn.state(), call, input.key(), input.fence());
        if (call != null && refused == null) {
            turn.emit(new RunEvent.AttemptProgressed(call.step(), call.gate(), call.key(), input.text()));
        }
        return refused;
    }

    static @Nullable Refused result(Turn turn, Input.WorkerResult input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = refusal(turn.state(), call, input.key(), input.fence(), input.claim());
        if (call != null && refused == null) {
            finish(turn, call, input.outcome(), new Signed(call.holder(), null));
        }
        return refused;
    }

    static @Nullable Refused progress(Turn turn, Input.WorkerProgress input) {
        OpenCall call = call(turn.state(), input.key());
        Refused refused = refusal(turn.state(), call, input.key(), input.fence(), input.claim());
        if (call != null && refused == null) {
            turn.emit(new RunEvent.AttemptProgressed(call.step(), call.gate(), call.key(), input.text()));
        }
        return refused;
    }

    static @Nullable Refused handedIn(Turn turn, Input.HandedIn input) {
        OpenCall call = call(turn.state(), input.key());
        if (call == null) {
            return notOpen(turn.state(), input.key());
        }
        Refused refused = refusal(turn.state(), call, input);
        if (refused == null) {
            finish(turn, call, input.outcome(), Signed.of(input.by(), input.why()));
        }
        return refused;
    }

    private static void finish(Turn turn, OpenCall call, Outcome outcome, Signed signed) {
        turn.emit(new RunEvent.AttemptFinished(
                call.step(), call.gate(), call.key(), call.fence(), outcome, signed.by(), signed.why()));
    }

    static @Nullable Refused redeliver(Turn turn, Input.Redeliver input) {
        OpenCall call = call(turn.state(), input.key());
        if (call == null) {
            return notOpen(turn.state(), input.key());
        }
        Instant dueBy = Times.dueAgain(turn, call);
        turn.emit(new RunEvent.AttemptRedelivered(call.step(), call.gate(), call.key(), call.fence() + 1, dueBy));
        return null;
    }

    static @Nullable Refused claimed(Turn turn, Input.Claimed input) {
        OpenCall call = call(turn.state(), input.key());
        if (call == null) {
            return notOpen(turn.state(), input.key());
        }
        if (call.kind() != ExecutorKind.WORKER) {
            return new Refused(Kind.NOT_ALLOWED, input.key() + " is none that workers fetch.");
        }
        Refused unproven = call.purpose() == Purpose.REVIEW ? Proving.missing(turn.state(), call, input.proof()) : null;
        if (unproven != null) {
            return unproven;
        }
        Instant dueBy = Times.claimDueBy(turn, call);
        turn.emit(new RunEvent.AttemptClaimed(
                call.step(), call.gate(), call.key(), call.fence(), input.worker(), dueBy, input.claim()));
        return null;
    }

    /** Of a call that this process makes. */
    private static @Nullable Refused refusal(RunState state, @Nullable OpenCall call, String key, long fence) {
        if (call == null) {
            return notOpen(state, key);
        }
        return switch (call.kind()) {
            case INSIDE, REHEARSED -> stale(call, fence);
            case WORKER, PERSON -> new Refused(Kind.NOT_ALLOWED, key + " is a call that is not made by Muster itself.");
        };
    }

    /** Of a call that a worker holds: only the claim shows that it does. */
    private static @Nullable Refused refusal(
            RunState state, @Nullable OpenCall call, String key, long fence, String claim) {
        if (call == null) {
            return notOpen(state, key);
        }
        if (call.kind() != ExecutorKind.WORKER) {
            return new Refused(Kind.NOT_ALLOWED, key + " is none that workers fetch.");
        }
        Refused stale = stale(call, fence);
        return stale != null || call.isClaimedWith(claim)
                ? stale
                : new Refused(
                        Kind.NOT_ALLOWED,
                        "The claim is not the one that was given for " + key
                                + "; whoever fetched the call sends `claim` as the order had it.");
    }

    /** Of a call that is a person's. */
    private static @Nullable Refused refusal(RunState state, OpenCall call, Input.HandedIn input) {
        if (call.kind() != ExecutorKind.PERSON) {
            return new Refused(
                    Kind.NOT_ALLOWED,
                    call.key() + " waits for no person: \"" + call.executor() + "\" is called for it.");
        }
        if (input.by().isBlank()) {
            return new Refused(Kind.INVALID, "What is handed in has a name: say who does it.");
        }
        Refused unclear = call.purpose() == Purpose.REVIEW ? unclear(call, input.outcome()) : null;
        return unclear != null
                ? unclear
                : Proving.missing(
                        state, input.proof(), call.gate() == null ? "What is handed in here" : "This verdict");
    }

    /** A person says one of two words; whatever else was meant is not guessed. */
    private static @Nullable Refused unclear(OpenCall call, Outcome outcome) {
        Verdict verdict = outcome instanceof Outcome.Succeeded succeeded ? succeeded.verdict() : null;
        boolean clear = verdict != null
                && switch (verdict.decision()) {
                    case PASS -> verdict.findings().stream().noneMatch(Finding::mustFix);
                    case CHANGES -> !verdict.findings().isEmpty();
                };
        return clear
                ? null
                : new Refused(
                        Kind.INVALID,
                        "The " + call.gate() + " review of " + call.step()
                                + " comes to `pass`, with nothing that must be fixed, or to `changes`, with at least one"
                                + " finding; this is neither.");
    }

    private static @Nullable Refused stale(OpenCall call, long fence) {
        return call.fence() == fence
                ? null
                : new Refused(
                        Kind.STALE,
                        call.key() + " was given out again: delivery " + call.fence() + " counts, not " + fence + ".");
    }

    private static @Nullable OpenCall call(RunState state, String key) {
        return state.openCalls().stream()
                .filter(call -> call.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static Refused notOpen(RunState state, String key) {
        boolean known = CallKeys.isOf(state.brief(), key);
        return known
                ? new Refused(Kind.STALE, key + " is no longer open: it has ended, or ran out of time.")
                : new Refused(Kind.UNKNOWN, "Run " + state.brief().runId() + " knows no call or check " + key + ".");
    }
}
