package dev.muster.fact;

/**
 * A conclusion of the pack's own that other rules build on. It does not show in the plan, but in its reasons.
 *
 * @param kind the pack's own kind
 * @param name what was concluded
 */
public record Conclusion(String kind, String name) {}
