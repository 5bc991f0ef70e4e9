package dev.muster.run;

import dev.muster.agent.executor.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is called and has not answered yet.
 *
 * @param gate which review; null for work
 * @param fence of the latest delivery, counted from 1
 * @param holder the worker elsewhere who has it; null where it still waits for one, and where workers have nothing to do with it
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
        @Nullable Instant dueBy) {
    static OpenCall of(RunEvent.AttemptStarted e) {
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
                e.dueBy());
    }

    OpenCall again(RunEvent.AttemptRedelivered e) {
        return with(e.fence(), holder, e.dueBy());
    }

    OpenCall claimed(RunEvent.AttemptClaimed e) {
        return with(e.fence(), e.worker(), e.dueBy());
    }

    private OpenCall with(long nowFence, @Nullable String nowHolder, @Nullable Instant nowDueBy) {
        return new OpenCall(
                step, purpose, gate, round, attempt, agent, executor, kind, key, nowFence, nowHolder, nowDueBy);
    }
}
