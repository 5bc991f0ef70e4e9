package dev.muster.fact;

/**
 * Something that speaks for planning a task by a pack.
 *
 * @param pack the pack's name
 * @param what what speaks for it, such as a row's name
 * @param points how much it counts
 */
public record SpeaksFor(String pack, String what, double points) {}
