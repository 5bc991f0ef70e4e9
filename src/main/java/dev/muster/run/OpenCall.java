package dev.muster.run;

import dev.muster.agent.executor.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is called and has not answered yet.
 *
 * @param gate which review; null for work
 * @param fence of the latest delivery, counted from 1
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
                e.dueBy());
    }

    OpenCall again(RunEvent.AttemptRedelivered e) {
        return new OpenCall(step, purpose, gate, round, attempt, agent, executor, kind, key, e.fence(), e.dueBy());
    }
}
