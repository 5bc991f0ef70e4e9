package dev.muster.run.event;

import dev.muster.agent.executor.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a {@code type} in JSON can be. They are listed because a native executable does not tell what a sealed type permits; a
 * test holds the list against it.
 */
final class EventTypes {
    private static final List<Class<?>> ALL = List.of(
            RunEvent.RunStarted.class,
            RunEvent.PhaseStarted.class,
            RunEvent.PhaseSkipped.class,
            RunEvent.PhaseEnded.class,
            RunEvent.AttemptStarted.class,
            RunEvent.AttemptRedelivered.class,
            RunEvent.AttemptClaimed.class,
            RunEvent.AttemptProgressed.class,
            RunEvent.AttemptFinished.class,
            RunEvent.RetryScheduled.class,
            RunEvent.TakenOver.class,
            RunEvent.CheckStarted.class,
            RunEvent.CheckFinished.class,
            RunEvent.VerdictGiven.class,
            RunEvent.ScopeFrozen.class,
            RunEvent.FollowUpRecorded.class,
            RunEvent.GateOverridden.class,
            RunEvent.TroubleMet.class,
            RunEvent.ReworkOrdered.class,
            RunEvent.HandedBack.class,
            RunEvent.RoundBegun.class,
            RunEvent.PersonAsked.class,
            RunEvent.PersonAnswered.class,
            RunEvent.AskWithdrawn.class,
            RunEvent.LimitReached.class,
            RunEvent.LimitRaised.class,
            RunEvent.StepEnded.class,
            RunEvent.CancelRequested.class,
            RunEvent.RunEnded.class,
            Outcome.Succeeded.class,
            Outcome.Failed.class,
            Outcome.Asked.class,
            Outcome.Cancelled.class);

    private static final Map<Class<?>, String> WORDS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::spelt));

    private EventTypes() {}

    static List<Class<?>> all() {
        return ALL;
    }

    static String word(Class<?> type) {
        String word = WORDS.get(type);
        if (word == null) {
            throw new IllegalArgumentException(type + " is not listed in EventTypes.");
        }
        return word;
    }

    /** {@code AttemptStarted} as {@code attempt-started}. */
    private static String spelt(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
