package dev.muster.agent;

import org.jspecify.annotations.Nullable;

/**
 * One {@code key: value} of the front matter.
 *
 * @param line of the key, counted from 1 in the file
 * @param lastLine of the value
 * @param value text, whole number, decimal, boolean, list or map
 * @param trouble why it is not valid YAML, where it was read as plain text
 * @param comment what YAML takes for a comment behind the value
 */
record Entry(
        String key,
        int line,
        int lastLine,
        Object value,
        @Nullable String trouble,
        @Nullable String comment) {}
