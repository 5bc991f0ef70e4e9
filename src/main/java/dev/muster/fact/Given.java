package dev.muster.fact;

/**
 * Something the person said beside the text.
 *
 * @param kind {@code module}, {@code file} or {@code constraint}
 * @param text its name or words
 */
public record Given(String kind, String text) {}
