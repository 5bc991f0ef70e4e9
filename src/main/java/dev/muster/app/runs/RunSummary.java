package dev.muster.app.runs;

import dev.muster.run.engine.RunHead;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import java.time.Instant;

/**
 * What a list of runs says about each.
 *
 * @param updatedAt when its last event happened
 * @param events how many there are
 * @param left whether it could go on at once and no process carries it out, as after Ctrl-C: {@code muster resume} does
 */
public record RunSummary(
        String id,
        String plan,
        int planVersion,
        String pack,
        String title,
        RunMode mode,
        RunStatus status,
        String startedBy,
        Instant createdAt,
        Instant updatedAt,
        long events,
        boolean left) {
    static RunSummary of(RunHead head, boolean left) {
        return new RunSummary(
                head.runId(),
                head.planId(),
                head.planVersion(),
                head.pack(),
                head.title(),
                head.mode(),
                head.status(),
                head.startedBy(),
                head.createdAt(),
                head.updatedAt(),
                head.end().seq(),
                left);
    }
}
