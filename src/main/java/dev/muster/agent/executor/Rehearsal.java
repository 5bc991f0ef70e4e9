package dev.muster.agent.executor;

import java.time.Duration;

/** Plays calls without calling anybody: equal calls under an equal seed play equally. */
public interface Rehearsal {
    Played<Outcome> play(Assignment assignment, long seed);

    Played<CheckResult> play(CheckOrder order, long seed);

    /**
     * How a call went.
     *
     * @param took the time that it would have taken
     */
    record Played<T>(T result, Duration took) {}
}
