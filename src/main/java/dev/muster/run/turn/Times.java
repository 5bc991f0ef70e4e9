package dev.muster.run.turn;

import dev.muster.hash.Sha256;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long things take at the most, and how long is waited between tries. */
public final class Times {
    /** What one call of an agent may take where the operator does not say. */
    static final Duration CALL = Duration.ofMinutes(60);

    public static final Duration CHECK = Duration.ofMinutes(15);
    /** Whoever carries something out ends it in time and says more about it than can be said here. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Times() {}

    /**
     * When a call that starts now is late; null where a person does it. One that waits for a worker to fetch it is not at work
     * yet, and may wait as long as the run has time.
     */
    public static @Nullable Instant dueBy(Turn turn, Assigned assigned) {
        return switch (assigned.kind()) {
            case PERSON -> null;
            case WORKER -> turn.now().plus(left(turn.state(), turn.now()));
            case INSIDE, REHEARSED -> earlier(turn, timeout(assigned));
        };
    }

    /** When a call that a worker has fetched now is late. Whoever fetches it after a lost worker has what that one left. */
    public static Instant claimDueBy(Turn turn, OpenCall call) {
        Instant before = call.holder() == null ? null : call.dueBy();
        return before == null ? earlier(turn, timeout(turn.state().brief().executor(call.agent()))) : before;
    }

    /** When a call that is given out again is late: from now where it is made from here, since nobody was at it meanwhile. */
    public static @Nullable Instant dueAgain(Turn turn, OpenCall call) {
        return call.kind() == ExecutorKind.WORKER
                ? call.dueBy()
                : dueBy(turn, turn.state().brief().executor(call.agent()));
    }

    private static Duration timeout(Assigned assigned) {
        Integer minutes = assigned.timeoutMinutes();
        return minutes == null ? CALL : Duration.ofMinutes(minutes);
    }

    public static Instant checkDueBy(Turn turn) {
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
    public static Duration backoff(long seed, String key, int attempt) {
        long wait = Math.min(FIRST_WAIT.toMillis() << Math.min(attempt - 1, 20), LONGEST_WAIT.toMillis());
        long spread = Math.floorMod(Sha256.number(seed + " " + key), wait);
        return Duration.ofMillis(wait / 2 + spread);
    }
}
