package dev.muster.app.runs;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.engine.Waiting;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Subject;
import dev.muster.source.EnumWord;
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
 * @param title what the run is about
 * @param handedIn the work that is to be judged, or that the question is about
 * @param folder where that work lies
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
        Instant since,
        @Nullable String title,
        List<HandedWork> handedIn,
        @Nullable String folder) {
    /** What is answered to a review. */
    private static final List<String> VERDICTS = List.of("pass", "changes");

    public InboxEntry {
        choices = List.copyOf(choices);
        handedIn = handedIn == null ? List.of() : List.copyOf(handedIn); // older servers tell nothing of it
    }

    /** What a step handed in. */
    public record HandedWork(
            String step, String agent, String summary, List<String> filesCreated, List<String> filesChanged) {
        public HandedWork {
            filesCreated = List.copyOf(filesCreated);
            filesChanged = List.copyOf(filesChanged);
        }
    }

    /** Whether a person is to say what they think of somebody's work. */
    public boolean isReview() {
        return kind.equals("work") && gate != null;
    }

    static InboxEntry of(Waiting.Asked asked, Subject subject, @Nullable String folder) {
        return switch (asked.asked()) {
            case RunEvent.PersonAsked question -> of(asked, question, subject, folder);
            case RunEvent.AttemptStarted call -> of(asked, call, subject, folder);
            default -> throw new IllegalArgumentException("Nobody is asked by " + asked.asked());
        };
    }

    private static List<HandedWork> handedIn(Subject subject) {
        return subject.handedIn().stream()
                .map(work -> new HandedWork(
                        work.step(), work.agent(), work.summary(), work.filesCreated(), work.filesChanged()))
                .toList();
    }

    private static InboxEntry of(
            Waiting.Asked asked, RunEvent.PersonAsked question, Subject subject, @Nullable String folder) {
        return new InboxEntry(
                asked.runId(),
                asked.id(),
                EnumWord.of(question.kind()),
                question.text(),
                question.choices(),
                question.usual(),
                question.to(),
                question.step(),
                question.phase(),
                question.gate(),
                question.level(),
                question.askedBy(),
                asked.since(),
                subject.title(),
                handedIn(subject),
                folder);
    }

    private static InboxEntry of(
            Waiting.Asked asked, RunEvent.AttemptStarted call, Subject subject, @Nullable String folder) {
        String what = call.gate() == null
                ? "The step \"" + call.step() + "\""
                : "The " + call.gate() + " review of \"" + call.step() + "\"";
        return new InboxEntry(
                asked.runId(),
                asked.id(),
                "work",
                what + " is to be done as \"" + call.agent() + "\".",
                call.gate() == null ? List.of() : VERDICTS,
                null,
                call.executor(),
                call.step(),
                null,
                call.gate(),
                subject.level(),
                null,
                asked.since(),
                subject.title(),
                handedIn(subject),
                folder);
    }
}
