package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import org.jspecify.annotations.Nullable;

/** What a program that ended by itself has said. */
public sealed interface Reply {
    Usage usage();

    /**
     * It has an answer.
     *
     * @param structured the answer as JSON where the program tells it apart from the text
     */
    record Answer(
            String text,
            @Nullable JsonNode structured,
            Usage usage,
            @Nullable Session session) implements Reply {}

    /** It has none. */
    record Trouble(FailureKind kind, String message, boolean retryable, Usage usage) implements Reply {}

    /** It does not know the conversation that it was to go on with. */
    record NoSuchSession() implements Reply {
        @Override
        public Usage usage() {
            return Usage.UNKNOWN;
        }
    }
}
