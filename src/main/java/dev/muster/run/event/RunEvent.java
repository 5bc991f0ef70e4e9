package dev.muster.run.event;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Verdict;
import dev.muster.plan.ReviewLevel;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Steps and phases are named as in the plan; those of a plan that was handed over to pack
 * {@code to} as {@code to/step}.
 */
public sealed interface RunEvent {
    /** Always the first. */
    record RunStarted(
            String runId,
            String planId,
            int planVersion,
            String planHash,
            String pack,
            String packVersion,
            String title,
            RunMode mode,
            String startedBy,
            Map<String, Assigned> executors,
            long seed,
            @Nullable String workspace)
            implements RunEvent {
        public RunStarted {
            executors = Collections.unmodifiableMap(new TreeMap<>(executors));
        }
    }

    record PhaseStarted(String phase) implements RunEvent {}

    /** A person did not want it: it and all in it is skipped. */
    record PhaseSkipped(String phase, String by, String why) implements RunEvent {}

    /** Everything in it has ended and its checks are through. */
    record PhaseEnded(String phase) implements RunEvent {}

    /**
     * An agent is called.
     *
     * @param gate which review; null for work
     * @param round counted from 1; one more with each rework
     * @param attempt counted from 1 in its round
     * @param key the same for every delivery of this call
     * @param dueBy when it has taken too long; null where it may take as long as it takes
     */
    record AttemptStarted(
            String step,
            Purpose purpose,
            @Nullable String gate,
            int round,
            int attempt,
            String agent,
            String executor,
            ExecutorKind kind,
            String key,
            @Nullable Instant dueBy)
            implements RunEvent {}

    /** The same call once more, because whoever had it is gone. */
    record AttemptRedelivered(
            String step,
            @Nullable String gate,
            String key,
            long fence,
            @Nullable Instant dueBy) implements RunEvent {}

    /**
     * A worker elsewhere has fetched the call: only now its time begins to count.
     *
     * @param fence of the delivery that the worker has
     * @param dueBy when the attempt has taken too long; a later worker has what is left of it
     * @param claim the hash of what the worker has to show; null where an earlier version of Muster gave none
     */
    record AttemptClaimed(
            String step,
            @Nullable String gate,
            String key,
            long fence,
            String worker,
            Instant dueBy,
            @Nullable String claim)
            implements RunEvent {}

    /** What an agent told on its way. */
    record AttemptProgressed(String step, @Nullable String gate, String key, String text) implements RunEvent {}

    /**
     * A call has ended.
     *
     * @param by the person or worker who says so; null where it is a program that Muster called itself
     * @param why the person's reason; null where none was given
     */
    record AttemptFinished(
            String step,
            @Nullable String gate,
            String key,
            long fence,
            Outcome outcome,
            @Nullable String by,
            @Nullable String why)
            implements RunEvent {}

    /** @param attempt the number of the call that follows */
    record RetryScheduled(String step, @Nullable String gate, int attempt, Instant notBefore, String why)
            implements RunEvent {}

    /** A person did what the agent did not get done. Checks and reviews judge it like any other work. */
    record TakenOver(String step, String by, String why) implements RunEvent {}

    /** Exactly one of step and phase is there. */
    record CheckStarted(
            @Nullable String step, @Nullable String phase, int index, List<String> command, String key, Instant dueBy)
            implements RunEvent {
        public CheckStarted {
            command = List.copyOf(command);
        }
    }

    record CheckFinished(@Nullable String step, @Nullable String phase, String key, CheckResult result)
            implements RunEvent {}

    /**
     * What a review comes to.
     *
     * @param passed whether the gate is open
     * @param conditions what has to be put right before it opens
     * @param by the person or worker who gave it; null where it is an agent that Muster called itself
     * @param why the person's reason; null where none was given
     */
    record VerdictGiven(
            String step,
            String gate,
            ReviewLevel level,
            int round,
            Verdict verdict,
            boolean passed,
            List<Finding> conditions,
            @Nullable String by,
            @Nullable String why)
            implements RunEvent {
        public VerdictGiven {
            conditions = List.copyOf(conditions);
        }
    }

    /** The review keeps finding new things; from here on they are follow-ups. */
    record ScopeFrozen(String step, String gate, int round) implements RunEvent {}

    /** Something to be done after this run. */
    record FollowUpRecorded(String step, @Nullable String gate, Finding finding) implements RunEvent {}

    /** @param why also who asked for it, where somebody did */
    record GateOverridden(String step, String gate, int round, String by, String why) implements RunEvent {}

    /**
     * Something went wrong, and what is done about it.
     *
     * @param decidedBy what decided: the plan, or a rule
     */
    record TroubleMet(
            @Nullable String step,
            @Nullable String phase,
            @Nullable String gate,
            Trouble.Kind kind,
            String text,
            Remedy.Kind remedy,
            String decidedBy)
            implements RunEvent {}

    /**
     * Work goes back to its agent.
     *
     * @param round the round that begins
     * @param mending whether something failed, rather than a reviewer wanting changes
     */
    record ReworkOrdered(String step, int round, List<Finding> findings, boolean mending, String why)
            implements RunEvent {
        public ReworkOrdered {
            findings = List.copyOf(findings);
        }
    }

    /** A reviewer's step or a phase's check waits until others have put right what it found. */
    record HandedBack(@Nullable String step, @Nullable String phase, List<String> to) implements RunEvent {
        public HandedBack {
            to = List.copyOf(to);
        }
    }

    /** What was handed back is done; it is looked at again. */
    record RoundBegun(@Nullable String step, @Nullable String phase, int round) implements RunEvent {}

    /**
     * A person has to say something.
     *
     * @param choices none where any words will do
     * @param usual what is meant by "yes to all"; null where a person has to look
     * @param to who is asked
     * @param askedBy the person who wants it; nobody approves their own wish
     */
    record PersonAsked(
            String askId,
            AskKind kind,
            String text,
            List<String> choices,
            @Nullable String usual,
            String to,
            @Nullable String step,
            @Nullable String phase,
            @Nullable String gate,
            @Nullable ReviewLevel level,
            @Nullable LimitKind limit,
            @Nullable String askedBy)
            implements RunEvent {
        public PersonAsked {
            choices = List.copyOf(choices);
        }
    }

    /** @param proof how it was known that it was a person; null where that is not known */
    record PersonAnswered(
            String askId,
            String answer,
            String by,
            String why,
            @Nullable Proof proof) implements RunEvent {}

    /** A question that is moot, because a person moved on what it was about. */
    record AskWithdrawn(String askId, String why) implements RunEvent {}

    /** @param step where the limit is one of a step */
    record LimitReached(
            LimitKind limit,
            double value,
            double max,
            @Nullable String step) implements RunEvent {}

    /** @param to the limit from now on */
    record LimitRaised(LimitKind limit, double to, @Nullable String step, String by, String why) implements RunEvent {}

    record StepEnded(String step, StepStatus status, String why) implements RunEvent {}

    record CancelRequested(String by, String why) implements RunEvent {}

    /** Always the last. */
    record RunEnded(RunStatus status, String why) implements RunEvent {}
}
