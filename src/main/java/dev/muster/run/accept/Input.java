package dev.muster.run.accept;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome;
import dev.muster.run.event.Proof;

/** What comes into a run. Time comes with every decision. */
public sealed interface Input {
    /**
     * What comes from elsewhere, and from whoever says so. What this process and its programs say is no part of it, so nobody
     * can give that in their place.
     */
    sealed interface FromOutside extends Input
            permits WorkerResult, WorkerProgress, HandedIn, Answer, Override, Cancel {}

    /** How a call ended that this process makes; counts only with the fence of its latest delivery. */
    record AttemptResult(String key, long fence, Outcome outcome) implements Input {}

    /** What was told on the way by a call that this process makes. */
    record AttemptProgress(String key, long fence, String text) implements Input {}

    /** Whoever had this call is gone, and it is given out again. */
    record Redeliver(String key) implements Input {}

    /**
     * A worker elsewhere has fetched this call, and has its latest delivery.
     *
     * @param claim the hash of what the worker was given to show that it did
     * @param proof how it is known that it is a worker
     */
    record Claimed(String key, String worker, String claim, Proof proof) implements Input {}

    /**
     * How a call ended that a worker fetched.
     *
     * @param claim what the worker was given when it fetched the call
     */
    record WorkerResult(String key, long fence, String claim, Outcome outcome) implements FromOutside {}

    /** Likewise, on its way. */
    record WorkerProgress(String key, long fence, String claim, String text) implements FromOutside {}

    /** What a person did whose step or review it is. */
    record HandedIn(String key, String by, String why, Proof proof, Outcome outcome) implements FromOutside {}

    record CheckDone(String key, CheckResult result) implements Input {}

    record Answer(String askId, String answer, String by, String why, Proof proof) implements FromOutside {}

    /** A person wants a review overridden; another person approves it. */
    record Override(String step, String gate, String by, String why, Proof proof) implements FromOutside {}

    record Cancel(String by, String why) implements FromOutside {}
}
