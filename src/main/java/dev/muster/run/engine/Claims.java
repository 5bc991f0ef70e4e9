package dev.muster.run.engine;

import dev.muster.hash.Sha256;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives calls to workers elsewhere. A call whose lease ran out is given out again under a higher fence. */
final class Claims {
    private static final int TRIES = 10;

    private final RunLog log;
    private final RunQueue queue;
    private final WorkTable table;
    private final Workplace workplace;
    private final Intake intake;
    private final InstantSource clock;

    Claims(RunLog log, RunQueue queue, WorkTable table, Workplace workplace, InstantSource clock) {
        this.log = log;
        this.queue = queue;
        this.table = table;
        this.workplace = workplace;
        this.intake = new Intake(workplace);
        this.clock = clock;
    }

    /** Somebody else changed the same run or took the same call meanwhile. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Nullable
    Claim claim(List<String> executors, Claimant claimant) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return log.inTransaction(() -> once(executors, claimant));
            } catch (Overtaken _) {
                // another try
            }
        }
        return null;
    }

    private @Nullable Claim once(List<String> executors, Claimant claimant) {
        Instant now = clock.instant();
        Waiting.Open open = table.next(executors, now);
        if (open == null) {
            return null;
        }
        RunState state = claimed(RunPosition.of(log, open.runId()), open, claimant, now);
        OpenCall call = call(state, open.key());
        Instant until = now.plus(claimant.lease());
        if (!table.claim(open.key(), claimant.worker(), call.fence(), now, until)) {
            throw new Overtaken();
        }
        return new Claim(workplace.assignment(state, call), claimant.token(), until);
    }

    /** The call's time counts from here, so the run has to learn of it, and when to look next. */
    private RunState claimed(RunPosition position, Waiting.Open open, Claimant claimant, Instant now) {
        Instant at = now.isBefore(position.state().lastAt()) ? position.state().lastAt() : now;
        List<RunEvent> events = new ArrayList<>();
        RunState state = position.state();
        if (open.heldBefore()) {
            state = accepted(state, new Input.Redeliver(open.key()), at, events);
        }
        state = accepted(
                state,
                new Input.Claimed(open.key(), claimant.worker(), Sha256.of(claimant.token()), claimant.proof()),
                at,
                events);
        Append append = new Append(
                open.runId(),
                position.end(),
                null,
                position.end().log(at, events),
                at,
                state.status(),
                Waiting.WorkListChanges.NONE);
        if (log.append(append) != Append.Result.KEPT) {
            throw new Overtaken();
        }
        queue.wake(open.runId());
        return state;
    }

    private RunState accepted(RunState state, Input input, Instant at, List<RunEvent> events) {
        return switch (intake.accept(state, input, at)) {
            case Acceptance.Accepted accepted -> {
                events.addAll(accepted.events());
                yield accepted.state();
            }
            case Acceptance.Refused refused
            when refused.kind() == Acceptance.Kind.UNPROVEN -> throw new ClaimRefused(refused.message());
            case Acceptance.Refused _ -> throw new Overtaken();
        };
    }

    private static OpenCall call(RunState state, String key) {
        return state.openCalls().stream()
                .filter(call -> call.key().equals(key))
                .findFirst()
                .orElseThrow(Overtaken::new);
    }
}
