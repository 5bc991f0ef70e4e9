package dev.muster.fact;

/**
 * The order of work that fits the task, such as {@code bugfix}.
 *
 * @param name the pattern's name
 */
public record Pattern(String name) {}
