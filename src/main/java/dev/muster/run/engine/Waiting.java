package dev.muster.run.engine;

import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Subject;
import dev.muster.run.fold.RunState;
import dev.muster.run.order.Subjects;
import dev.muster.run.state.Ask;
import dev.muster.run.state.OpenCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Those outside a process for whom a run waits. */
public final class Waiting {
    private Waiting() {}

    /**
     * Something that a person has to say or to do.
     *
     * @param id of the question, or the key of a call
     * @param asked what was asked, or the call that is the person's
     * @param subject what it is about; null where a version asked that did not keep it
     */
    public record Asked(
            String runId,
            String id,
            Instant since,
            RunEvent asked,
            @Nullable Subject subject) {}

    /** A call that a worker elsewhere is to fetch. */
    public record Queued(String key, String executor, String agent, long fence) {}

    /**
     * A call that can be fetched.
     *
     * @param heldBefore whether a worker had it whose lease has run out
     */
    public record Open(String runId, String key, boolean heldBefore) {}

    /**
     * What a decision changes for them.
     *
     * @param restated what was asked before and is about something else by now
     */
    public record WorkListChanges(
            List<Asked> asked,
            List<Asked> restated,
            List<String> answered,
            List<Queued> queued,
            List<String> finished) {
        public static final WorkListChanges NONE =
                new WorkListChanges(List.of(), List.of(), List.of(), List.of(), List.of());

        public WorkListChanges {
            asked = List.copyOf(asked);
            restated = List.copyOf(restated);
            answered = List.copyOf(answered);
            queued = List.copyOf(queued);
            finished = List.copyOf(finished);
        }

        /** What is different after events. */
        public static WorkListChanges between(RunState before, RunState after, Instant at) {
            Map<String, Asked> askedBefore = asked(before, at);
            Map<String, Asked> askedAfter = asked(after, at);
            Map<String, Queued> queuedBefore = queued(before);
            Map<String, Queued> queuedAfter = queued(after);
            return new WorkListChanges(
                    added(askedBefore, askedAfter),
                    changed(askedBefore, askedAfter),
                    removed(askedBefore, askedAfter),
                    added(queuedBefore, queuedAfter),
                    removed(queuedBefore, queuedAfter));
        }

        private static Map<String, Asked> asked(RunState state, Instant at) {
            Map<String, Asked> asked = new LinkedHashMap<>();
            if (state.ended()) {
                return asked;
            }
            for (Ask ask : state.asks()) {
                asked.put(ask.id(), asked(state, ask.id(), ask.since(), ask.asked()));
            }
            for (OpenCall call : state.openCalls()) {
                if (call.kind() == ExecutorKind.PERSON) {
                    asked.put(call.key(), asked(state, call.key(), at, started(call)));
                }
            }
            return asked;
        }

        private static Asked asked(RunState state, String id, Instant since, RunEvent asked) {
            return new Asked(state.brief().runId(), id, since, asked, Subjects.of(state, asked));
        }

        private static Map<String, Queued> queued(RunState state) {
            Map<String, Queued> queued = new LinkedHashMap<>();
            for (OpenCall call : state.openCalls()) {
                if (call.kind() == ExecutorKind.WORKER) {
                    queued.put(call.key(), new Queued(call.key(), call.executor(), call.agent(), call.fence()));
                }
            }
            return queued;
        }

        private static RunEvent started(OpenCall call) {
            return new RunEvent.AttemptStarted(
                    call.step(),
                    call.purpose(),
                    call.gate(),
                    call.round(),
                    call.attempt(),
                    call.agent(),
                    call.executor(),
                    call.kind(),
                    call.key(),
                    call.dueBy());
        }

        private static <T> List<T> added(Map<String, T> before, Map<String, T> after) {
            return after.entrySet().stream()
                    .filter(entry -> !before.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private static List<Asked> changed(Map<String, Asked> before, Map<String, Asked> after) {
            return after.values().stream()
                    .filter(now -> {
                        Asked then = before.get(now.id());
                        return then != null && !Objects.equals(then.subject(), now.subject());
                    })
                    .toList();
        }

        private static List<String> removed(Map<String, ?> before, Map<String, ?> after) {
            return before.keySet().stream()
                    .filter(key -> !after.containsKey(key))
                    .toList();
        }
    }
}
