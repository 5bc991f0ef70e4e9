package dev.muster.run.engine;

import dev.muster.run.event.Chain;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import java.time.Instant;

/**
 * What is known of a run without reading its events.
 *
 * @param updatedAt when its last event happened; when it was made, where there is none
 * @param fence raised by whoever takes the run to carry it out
 * @param end of its log
 */
public record RunHead(
        String runId,
        String planId,
        int planVersion,
        String pack,
        String title,
        RunMode mode,
        RunStatus status,
        String startedBy,
        Instant createdAt,
        Instant updatedAt,
        long fence,
        Chain end) {}
