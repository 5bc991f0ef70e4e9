package dev.muster.api.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Places for requests, of which no caller can have all. */
final class Shares {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int inAll;

    /**
     * So many places.
     *
     * @param most for all callers
     * @param mostOfOne for one of them
     */
    Shares(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** A place, or why there is none. */
    sealed interface Answer {}

    /** Nobody gets a place now. */
    record Full() implements Answer {}

    /** The caller has as many as one can have. */
    record ShareUsed() implements Answer {}

    /** A place until it is left; it can be left more than once, since an end may be told more than once. */
    final class Place implements Answer {
        private final String caller;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Place(String caller) {
            this.caller = caller;
        }

        void leave() {
            if (held.getAndSet(false)) {
                give(caller);
            }
        }
    }

    synchronized Answer take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (inAll >= most) {
            return new Full();
        }
        if (own >= mostOfOne) {
            return new ShareUsed();
        }
        inAll++;
        taken.put(caller, own + 1);
        return new Place(caller);
    }

    private synchronized void give(String caller) {
        inAll--;
        taken.computeIfPresent(caller, (_, own) -> less(own));
    }

    private static @Nullable Integer less(int own) {
        return own == 1 ? null : own - 1;
    }
}
