package dev.muster.limit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Memory that all plans that are being made share, so that many hungry ones at once do not take what everybody else lives on. It is a
 * count of what they say they hold, not of what the machine gives.
 */
public final class Memory {
    /** A quarter of the heap; asked for anew each time, as a native executable is built on another machine. */
    public static final Memory OF_PROCESS =
            new Memory(() -> Runtime.getRuntime().maxMemory() / 4);

    private final LongSupplier size;
    private final AtomicLong taken = new AtomicLong();

    /** Memory of a size in bytes that may change. */
    public Memory(LongSupplier size) {
        this.size = size;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= size.getAsLong()) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long megabytes() {
        return size.getAsLong() >> 20;
    }

    /** What is taken at this moment, in bytes. */
    public long taken() {
        return taken.get();
    }
}
