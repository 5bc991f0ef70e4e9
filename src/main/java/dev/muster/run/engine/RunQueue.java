package dev.muster.run.engine;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which runs have something to do, and gives each to one carrier at a time, here or in another process. What is said to
 * it in a transaction of the store counts when that is kept.
 */
public interface RunQueue {
    /** A new run; it is due at once. */
    void put(String runId);

    /** Makes a run due that rests. One that is being carried out is left alone: its carrier sees what is new by itself. */
    void wake(String runId);

    /** How the run stands here. */
    Standing standing(String runId);

    /** Begins to give out runs that are due, each on a thread of its own. */
    void start(Carrier carrier);

    /** Begins to give out these runs that are due, and no others: whoever they belong to goes on with them at once. */
    void startFor(Supplier<Set<String>> own, Carrier carrier);

    /** Gives out no more, and waits until every carrier has handed back what it had. */
    void stop();

    /** What is done with a run that has not ended. */
    enum Standing {
        /** A process that lives carries it out. */
        CARRIED,
        /** Something came in, a time has come, or a process had it and is gone. */
        DUE,
        /** It waits for somebody or for a time. */
        RESTING,
        /** It could go on; its process was told to stop, and it is nobody else's. */
        LEFT
    }

    /** Carries runs out. */
    interface Carrier {
        /** Returns when the run is handed back; with an exception it is tried again later, and later still each time. */
        void carry(Lease lease);

        /** Makes all that are being carried return soon. */
        void stopAll();
    }

    /** The right to carry out one run, kept up by heartbeats. To hand it back fails where somebody else has it by now. */
    interface Lease {
        String runId();

        /** To be carried on at a time, or when woken. */
        void rest(@Nullable Instant until);

        /** To be carried on when woken, and not by itself: there is something to do. */
        void leave();

        /** Never again. */
        void end();
    }
}
