package dev.muster.app.runs;

import org.jspecify.annotations.Nullable;

/**
 * What is to be carried out, and how.
 *
 * @param plan its id; the newest version is run
 * @param by who starts it
 * @param rehearse whether nobody is to be called, whatever is configured
 * @param workspace the folder that the work is in; null for an empty one in the data folder
 * @param seed of all chance; null for any
 */
public record RunRequest(
        String plan,
        String by,
        boolean rehearse,
        @Nullable String workspace,
        @Nullable Long seed) {}
