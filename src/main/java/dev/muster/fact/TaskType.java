package dev.muster.fact;

/**
 * A kind of work that the task asks for, such as {@code new-api-endpoint}.
 *
 * @param name the type's name, as the selection table has it
 */
public record TaskType(String name) {}
