package dev.muster.fact;

/**
 * A part of the code base that the pack knows.
 *
 * @param name its name
 * @param path its folder in the repository
 * @param purpose what it is for
 */
public record Module(String name, String path, String purpose) {}
