package dev.muster.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the work for one plan, or the reading of one pack, may still take. It belongs to one thread, and goes with it: whoever does
 * work that rules cause asks {@link #current()} and says what it does. A tick is the decrement of a counter; only every so often one
 * looks at the time. Work that is given to other threads takes a share along ({@link #shared}).
 */
public final class Allowance {
    /** How long a plan may take in all: reading, rules, reasons and settling. */
    public static final Duration TIME = Duration.ofSeconds(10);

    /** How much longer many plans may take for each: ten times what it takes with a large pack. */
    private static final Duration TIME_OF_EACH = Duration.ofMillis(100);

    private static final ScopedValue<Allowance> CURRENT = ScopedValue.newInstance();
    private static final Allowance ENDLESS =
            new Allowance(Duration.ofDays(36_500), () -> 0, new Memory(() -> Long.MAX_VALUE));

    private static final int LOOK = 512;
    private static final long FREE = 256 << 10;
    private static final long PORTION = 512 << 10;

    private final Duration time;
    private final LongSupplier nanos;
    private final long began;
    private final Memory memory;
    /** Of whose work this is a part that another thread does. */
    private final @Nullable Allowance whole;

    /** What parts took that other threads did: it stays until the whole is done. */
    private final AtomicLong takenByParts = new AtomicLong();

    private int untilLook = LOOK;
    private long held;
    private long made;
    private long granted = FREE;

    /**
     * An allowance that begins now.
     *
     * @param nanos the clock: nanoseconds since any moment
     */
    public Allowance(Duration time, LongSupplier nanos, Memory memory) {
        this(time, nanos, nanos.getAsLong(), memory, null);
    }

    private Allowance(Duration time, LongSupplier nanos, long began, Memory memory, @Nullable Allowance whole) {
        this.time = time;
        this.nanos = nanos;
        this.began = began;
        this.memory = memory;
        this.whole = whole;
    }

    /** An allowance that ends earlier, for work that may be left undone: there is some left to tell what came of it. */
    public Allowance part(double share) {
        return new Allowance(Duration.ofNanos((long) (time.toNanos() * share)), nanos, began, memory, null);
    }

    /** The same work for another thread, within what is left of the allowance of the work that this thread is doing. */
    public static <T, R> Function<T, R> shared(Function<T, R> work) {
        if (!isBound()) {
            return work;
        }
        Allowance all = CURRENT.get();
        return given -> all.share().spentOn(() -> work.apply(given));
    }

    private Allowance share() {
        return new Allowance(time, nanos, began, memory, whole == null ? this : whole);
    }

    /** The allowance of the work that this thread is doing; one that never ends where there is none. */
    public static Allowance current() {
        return CURRENT.orElse(ENDLESS);
    }

    /** Does work for a plan: within the allowance of the work that it is a part of, or else within one of its own. */
    public static <T> T forPlan(Supplier<T> work) {
        return isBound() ? work.get() : of(TIME).spentOn(work);
    }

    /** Reads a pack: within the allowance of the work that it is a part of, or else within one of its own. */
    public static <T> T forReading(Supplier<T> work) {
        return forPlan(work);
    }

    /** Does work that is no part of what this thread is doing, such as reading a pack when it is first asked for. */
    public static <T> T apart(Supplier<T> work) {
        return ScopedValue.where(CURRENT, ENDLESS).call(work::get);
    }

    /** Does work of many plans: within the allowance of the work that it is a part of, or else within one of its own. */
    public static <T> T forMany(Duration most, Supplier<T> work) {
        return isBound() ? work.get() : of(most).spentOn(work);
    }

    /** How long so many plans may take together, such as those of a pack's cases. */
    public static Duration timeOf(int plans) {
        return TIME.plus(TIME_OF_EACH.multipliedBy(plans));
    }

    /** Makes one of many plans: it has the time of one, or what is left for all. */
    public static <T> T forOneOfMany(Supplier<T> work) {
        return isBound() ? CURRENT.get().next().spentOn(work) : forPlan(work);
    }

    private Allowance next() {
        long now = nanos.getAsLong();
        long left = Math.max(0, time.toNanos() - (now - began));
        return new Allowance(Duration.ofNanos(Math.min(left, TIME.toNanos())), nanos, now, memory, null);
    }

    /** Does work within this allowance. Whatever was given to other threads has to be done when it ends. */
    public <T> T spentOn(Supplier<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(work::get);
        } finally {
            release();
        }
    }

    private void release() {
        long taken = granted - FREE;
        if (whole == null) {
            memory.giveBack(taken + takenByParts.getAndSet(0));
        } else {
            whole.takenByParts.addAndGet(taken);
        }
        granted = FREE;
        held = 0;
        made = 0;
    }

    /** An allowance of so much time of this process, which begins now. */
    public static Allowance of(Duration time) {
        return new Allowance(time, FairClock.OF_PROCESS, Memory.OF_PROCESS);
    }

    /** Whether this thread does work that has an allowance. */
    public static boolean isBound() {
        return CURRENT.orElse(ENDLESS) != ENDLESS;
    }

    /** Told of each small piece of work. */
    public void tick() {
        if (--untilLook < 0) {
            look();
        }
    }

    /**
     * Told of a piece of work that takes longer.
     *
     * @param pieces how many small ones it is worth
     */
    public void tick(long pieces) {
        untilLook -= (int) Math.min(pieces, LOOK + 1);
        if (untilLook < 0) {
            look();
        }
    }

    /** Looks at the time at once: told before a piece of work that may be long. */
    public void begins() {
        tick(LOOK + 1L);
    }

    /** An evaluation begins: what the one before made is garbage, unless somebody holds it. */
    public void evaluates() {
        made = 0;
        tick();
    }

    /** Told of bytes that stay until the plan is made. */
    public void holds(long bytes) {
        held += bytes;
        if (held + made > granted) {
            grant();
        }
    }

    /** Told of bytes that an evaluation makes, of which most will be garbage soon. */
    public void makes(long bytes) {
        made += bytes;
        if (held + made > granted) {
            grant();
        }
    }

    /** Whether the time is gone. */
    public boolean isOver() {
        return nanos.getAsLong() - began > time.toNanos();
    }

    private void look() {
        untilLook = LOOK;
        if (isOver()) {
            throw new OverLimitException(time.toMillis() + " ms");
        }
        if (Thread.currentThread().isVirtual()) {
            Thread.yield();
        }
    }

    private void grant() {
        if (this == ENDLESS) {
            held = 0;
            made = 0;
            return;
        }
        long missing = Math.max(PORTION, held + made - granted);
        if (!memory.take(missing)) {
            throw new OverLimitException("more than " + memory.megabytes() + " MB of memory");
        }
        granted += missing;
    }
}
