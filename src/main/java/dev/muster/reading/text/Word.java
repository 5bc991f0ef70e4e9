package dev.muster.reading.text;

import java.util.List;

/**
 * A run of characters that people see as one word: {@code S3}, {@code e-mail}, {@code don't}, {@code userProfile}.
 *
 * @param text as it stands there
 * @param parts what it is made of, at hyphens, underscores, dots and humps; one where it is simple
 * @param joined whether the parts written together are a word that people use too ({@code e-mail}, {@code email})
 */
public record Word(String text, int start, int end, List<Part> parts, boolean joined) {

    /** A piece of a word, with its place in the text. */
    public record Part(String text, int start, int end) {}
}
