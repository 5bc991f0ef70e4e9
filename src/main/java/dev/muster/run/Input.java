package dev.muster.run;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome;

/** What comes into a run from outside. Time comes with every decision. */
public sealed interface Input {
    /** How a call ended; counts only with the fence of its latest delivery. */
    record AttemptResult(String key, long fence, Outcome outcome) implements Input {}

    record AttemptProgress(String key, long fence, String text) implements Input {}

    /** Whoever had this call is gone, and it is given out again. */
    record Redeliver(String key) implements Input {}

    /** A worker elsewhere has fetched this call, and has its latest delivery. */
    record Claimed(String key, String worker) implements Input {}

    record CheckDone(String key, CheckResult result) implements Input {}

    record Answer(String askId, String answer, String by, String why) implements Input {}

    /** A person wants a review overridden; another person approves it. */
    record Override(String step, String gate, String by, String why) implements Input {}

    record Cancel(String by, String why) implements Input {}
}
