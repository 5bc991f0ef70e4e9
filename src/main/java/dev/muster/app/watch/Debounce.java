package dev.muster.app.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows since when something that changes has been at rest. */
final class Debounce {
    private @Nullable Instant changed;
    private @Nullable Instant first;

    /** Something has changed since the last time. */
    void change(Instant now) {
        changed = now;
        first = first == null ? now : first;
    }

    /** For how long it has not changed. */
    Duration quiet(Instant now) {
        return since(changed, now);
    }

    /** For how long somebody has been waiting for it to come to rest. */
    Duration waiting(Instant now) {
        return since(first, now);
    }

    /** A clock that was set back makes nobody wait for it to come there again. */
    private static Duration since(@Nullable Instant start, Instant now) {
        Duration passed = start == null ? Duration.ZERO : Duration.between(start, now);
        return passed.isNegative() ? Duration.ofDays(1) : passed;
    }
}
