package dev.muster.app.runs;

import org.jspecify.annotations.Nullable;

/**
 * A run that has begun.
 *
 * @param note what whoever started it should know; null where there is nothing
 */
public record StartedRun(RunView run, @Nullable String note) {}
