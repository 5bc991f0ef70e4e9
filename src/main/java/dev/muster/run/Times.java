package dev.muster.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long things take at the most, and how long is waited between tries. */
final class Times {
    /** What one call of an agent may take where the operator does not say. */
    static final Duration CALL = Duration.ofMinutes(60);

    static final Duration CHECK = Duration.ofMinutes(15);
    /** Whoever carries something out ends it in time and says more about it than can be said here. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Times() {}

    /** When a call that starts now is late; null where a person does it. */
    static @Nullable Instant dueBy(Turn turn, Assigned assigned) {
        if (assigned.kind() == ExecutorKind.PERSON) {
            return null;
        }
        Integer minutes = assigned.timeoutMinutes();
        return earlier(turn, minutes == null ? CALL : Duration.ofMinutes(minutes));
    }

    static Instant checkDueBy(Turn turn) {
        return earlier(turn, CHECK);
    }

    /** The run's own end of time comes before that of a call. */
    private static Instant earlier(Turn turn, Duration time) {
        Duration left = left(turn.state(), turn.now());
        return turn.now().plus(left.compareTo(time) < 0 ? left : time);
    }

    /** What is left of the run's minutes. */
    static Duration left(RunState state, Instant now) {
        Duration left = Duration.ofMinutes(state.limits().minutes()).minus(state.workedBy(now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Doubles with each try, and is spread by half in both directions so that not all try again at once. */
    static Duration backoff(long seed, String key, int attempt) {
        long wait = Math.min(FIRST_WAIT.toMillis() << Math.min(attempt - 1, 20), LONGEST_WAIT.toMillis());
        long spread = Math.floorMod(Sha256.number(seed + " " + key), wait);
        return Duration.ofMillis(wait / 2 + spread);
    }
}
