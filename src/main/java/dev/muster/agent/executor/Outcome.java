package dev.muster.agent.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one call of an agent ended. */
public sealed interface Outcome {
    /** What the call used. */
    Usage usage();

    /**
     * The agent handed something in.
     *
     * @param summary a sentence or a few for people
     * @param output all that it said, bounded
     * @param verdict only of a review, and then always
     * @param followUps what it found to be done by others, or later
     * @param conflicts what in that which it was given does not go together, in its own words
     * @param links where what it handed in is, such as pull requests
     * @param tests null where it told of none
     * @param session what a rework can go on from; null where the executor has no such thing
     * @param rehearsed whether nobody was called
     */
    record Succeeded(
            String summary,
            String output,
            List<String> filesCreated,
            List<String> filesChanged,
            @Nullable Verdict verdict,
            List<String> followUps,
            List<String> nextSteps,
            List<String> conflicts,
            List<String> links,
            @Nullable TestResults tests,
            Usage usage,
            @Nullable Session session,
            boolean rehearsed)
            implements Outcome {
        public Succeeded {
            filesCreated = List.copyOf(filesCreated);
            filesChanged = List.copyOf(filesChanged);
            followUps = List.copyOf(followUps);
            nextSteps = List.copyOf(nextSteps);
            conflicts = List.copyOf(conflicts);
            links = List.copyOf(links);
        }
    }

    /**
     * Nothing that could be used came of it.
     *
     * @param message what happened, and what to do about it
     * @param retryable whether the same call may well succeed later
     */
    record Failed(FailureKind kind, String message, boolean retryable, Usage usage, boolean rehearsed)
            implements Outcome {}

    /**
     * The agent cannot go on before a person has answered.
     *
     * @param choices none where any words will do
     */
    record Asked(String question, List<String> choices, Usage usage, boolean rehearsed) implements Outcome {
        public Asked {
            choices = List.copyOf(choices);
        }
    }

    /** It was ended from outside. */
    record Cancelled(String why, Usage usage) implements Outcome {}
}
