package dev.muster.agent.executor;

import org.jspecify.annotations.Nullable;

/**
 * What a call used, as far as its executor tells; null where it does not.
 *
 * @param costUsd of this call alone, in US dollars
 */
public record Usage(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Double costUsd) {
    public static final Usage UNKNOWN = new Usage(null, null, null);
}
