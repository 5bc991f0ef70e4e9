package dev.muster.app;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.RunEvent;
import dev.muster.run.engine.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param id what an answer names; for work the key of the call
 * @param kind {@code work} where a step waits to be done, else what the question is about
 * @param choices empty where any words will do
 * @param usual the choice that is meant by "yes"; null where a person has to look
 * @param askedBy who may not answer, because it is their own wish
 */
public record InboxEntry(
        String run,
        String id,
        String kind,
        String text,
        List<String> choices,
        @Nullable String usual,
        String to,
        @Nullable String step,
        @Nullable String phase,
        @Nullable String gate,
        @Nullable ReviewLevel level,
        @Nullable String askedBy,
        Instant since) {
    public InboxEntry {
        choices = List.copyOf(choices);
    }

    static InboxEntry of(Waiting.Asked asked) {
        return switch (asked.asked()) {
            case RunEvent.PersonAsked question -> of(asked, question);
            case RunEvent.AttemptStarted call -> of(asked, call);
            default -> throw new IllegalArgumentException("Nobody is asked by " + asked.asked());
        };
    }

    private static InboxEntry of(Waiting.Asked asked, RunEvent.PersonAsked question) {
        return new InboxEntry(
                asked.runId(),
                asked.id(),
                EnumWords.word(question.kind()),
                question.text(),
                question.choices(),
                question.usual(),
                question.to(),
                question.step(),
                question.phase(),
                question.gate(),
                question.level(),
                question.askedBy(),
                asked.since());
    }

    private static InboxEntry of(Waiting.Asked asked, RunEvent.AttemptStarted call) {
        String what = call.gate() == null
                ? "The step \"" + call.step() + "\""
                : "The " + call.gate() + " review of \"" + call.step() + "\"";
        return new InboxEntry(
                asked.runId(),
                asked.id(),
                "work",
                what + " is to be done as \"" + call.agent() + "\".",
                List.of(),
                null,
                call.executor(),
                call.step(),
                null,
                call.gate(),
                null,
                null,
                asked.since());
    }
}
