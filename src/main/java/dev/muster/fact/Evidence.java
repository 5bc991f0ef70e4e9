package dev.muster.fact;

/**
 * Words of the task's text that show something.
 *
 * @param text the words as they stand there
 * @param start where they begin, in UTF-16 units from the start of the field, counted from 0
 * @param end where they end (exclusive)
 * @param in the field they stand in: {@code title} or {@code description}
 */
public record Evidence(String text, int start, int end, String in) {}
