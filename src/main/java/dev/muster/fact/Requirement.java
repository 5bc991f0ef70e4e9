package dev.muster.fact;

/**
 * Something that the result has to meet.
 *
 * @param kind {@code functional}, {@code non-functional}, {@code constraint} or {@code affected} (a system that is touched)
 * @param text in words
 */
public record Requirement(String kind, String text) {}
