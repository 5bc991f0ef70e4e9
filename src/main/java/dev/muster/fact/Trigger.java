package dev.muster.fact;

/**
 * A reason to have the work looked at by somebody who knows that field.
 *
 * @param kind the kind of review it calls for: {@code security}, {@code performance}, …
 * @param name what triggers it, such as {@code file-transfer}
 */
public record Trigger(String kind, String name) {}
