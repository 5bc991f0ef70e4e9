package dev.muster.fact;

/**
 * Whether the task is about one concern or several.
 *
 * @param name {@code single-concern} or {@code multi-concern}
 */
public record Scope(String name) {}
