package dev.muster.run.event;

import org.jspecify.annotations.Nullable;

/**
 * By what an agent is called in this run.
 *
 * @param executor its name in the operator's configuration
 * @param timeoutMinutes how long one call may take; null for the usual time
 */
public record Assigned(
        String executor, ExecutorKind kind, @Nullable Integer timeoutMinutes) {}
