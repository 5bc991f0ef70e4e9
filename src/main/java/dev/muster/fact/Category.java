package dev.muster.fact;

/**
 * A layer that the work touches, such as {@code data} or {@code api}.
 *
 * @param name the category's name
 */
public record Category(String name) {}
