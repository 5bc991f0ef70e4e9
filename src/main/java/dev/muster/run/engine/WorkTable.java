package dev.muster.run.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that workers elsewhere fetch, each held by a lease. */
public interface WorkTable {
    /** The call that has waited longest for one of these executors, and that nobody holds; null where there is none. */
    Waiting.@Nullable Open next(List<String> executors, Instant now);

    /** False where somebody else was faster. */
    boolean claim(String key, String worker, long fence, Instant now, Instant until);

    /** False where the call is given to somebody else by now, or is no longer wanted. */
    boolean renew(String key, String worker, long fence, Instant until);
}
