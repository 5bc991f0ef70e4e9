package dev.muster.run.state;

import dev.muster.agent.executor.Purpose;
import dev.muster.hash.Sha256;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is called and has not answered yet.
 *
 * @param gate which review; null for work
 * @param fence of the latest delivery, counted from 1
 * @param holder the worker elsewhere who has it; null where it still waits for one, and where workers have nothing to do with it
 * @param claim the hash of what the holder has to show; null where nobody holds it
 * @param dueBy when it has taken too long; null where it may take as long as it takes
 */
public record OpenCall(
        String step,
        Purpose purpose,
        @Nullable String gate,
        int round,
        int attempt,
        String agent,
        String executor,
        ExecutorKind kind,
        String key,
        long fence,
        @Nullable String holder,
        @Nullable String claim,
        @Nullable Instant dueBy) {
    public static OpenCall of(RunEvent.AttemptStarted e) {
        return new OpenCall(
                e.step(),
                e.purpose(),
                e.gate(),
                e.round(),
                e.attempt(),
                e.agent(),
                e.executor(),
                e.kind(),
                e.key(),
                1,
                null,
                null,
                e.dueBy());
    }

    /** Whether that is what the worker was given who has the call now. */
    public boolean isClaimedWith(String shown) {
        return claim != null && Sha256.isSame(claim, Sha256.of(shown));
    }

    public OpenCall again(RunEvent.AttemptRedelivered e) {
        return with(e.fence(), holder, null, e.dueBy());
    }

    public OpenCall claimed(RunEvent.AttemptClaimed e) {
        return with(e.fence(), e.worker(), e.claim(), e.dueBy());
    }

    private OpenCall with(
            long nowFence, @Nullable String nowHolder, @Nullable String nowClaim, @Nullable Instant nowDueBy) {
        return new OpenCall(
                step, purpose, gate, round, attempt, agent, executor, kind, key, nowFence, nowHolder, nowClaim,
                nowDueBy);
    }
}
