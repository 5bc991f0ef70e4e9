package dev.muster.run.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Wakes those who wait for something in the store: at once for what this process wrote, soon for what another did. */
final class StoreSignal {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    void raise() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks again and again until there is something, or so long. */
    <T> @Nullable T await(Duration atMost, Supplier<@Nullable T> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long before = count();
            T found = look.get();
            long left = end - System.nanoTime();
            if (found != null || left <= 0 || !pause(before, Math.min(left, LOOK.toNanos()))) {
                return found;
            }
        }
    }

    private long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** False where the thread is to end. */
    private boolean pause(long before, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (count == before && left > 0) {
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
