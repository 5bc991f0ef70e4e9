package dev.muster.agent.executor;

import java.time.Duration;

/** Plays calls without calling anybody: equal calls under an equal seed play equally. */
public interface Rehearsal {
    Played<Outcome> play(Assignment assignment);

    Played<CheckResult> play(CheckOrder order);

    /**
     * How a call went.
     *
     * @param took the time that it would have taken
     */
    record Played<T>(T result, Duration took) {}
}
