package dev.muster.limit;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock for limits that goes slower while the machine has next to no time for this process: on a machine that others keep busy, or
 * in a container with a tenth of a core, a sound policy would else be told that it has no end. Where the process gets a fifth of a
 * core or more, it goes as all clocks do, however many in the process share that.
 */
final class FairClock implements LongSupplier {
    /** Of this process. Nothing is read of it before somebody asks: a native executable is built long before it runs. */
    static final FairClock OF_PROCESS = new FairClock(
            System::nanoTime,
            () -> ProcessHandle.current().info().totalCpuDuration().orElse(null));

    /** Whoever gets this much of a core is served: time counts this many times what was worked, and no more than it took. */
    private static final int TIMES_WORKED = 5;

    /** However little is worked, time goes on: somebody may wait for a disk for ever. */
    private static final int SLOWEST = 4;

    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanos;
    private final Supplier<@Nullable Duration> worked;
    private @Nullable Look last;

    /** What it was when one looked at the process. */
    private record Look(long nanos, long worked, long told) {}

    /**
     * A clock.
     *
     * @param nanos the time, in nanoseconds since any moment
     * @param worked how long processors have worked for this process; null where nobody knows
     */
    FairClock(LongSupplier nanos, Supplier<@Nullable Duration> worked) {
        this.nanos = nanos;
        this.worked = worked;
    }

    @Override
    public synchronized long getAsLong() {
        long now = nanos.getAsLong();
        Look before = last;
        if (before != null && now - before.nanos < BETWEEN_LOOKS) {
            return before.told + now - before.nanos;
        }
        Look look = before == null ? new Look(now, worked(now), now) : next(before, now);
        last = look;
        return look.told;
    }

    private Look next(Look before, long now) {
        long passed = now - before.nanos;
        long work = worked(now);
        long counted = Math.clamp((work - before.worked) * TIMES_WORKED, passed / SLOWEST, passed);
        return new Look(now, work, before.told + counted);
    }

    /** Where it is not known, the process is taken to work all the time. */
    private long worked(long now) {
        Duration time = worked.get();
        return time == null ? now : time.toNanos();
    }
}
