package dev.muster.policy.drl.value;

import dev.muster.limit.Allowance;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How much a list or a set holds. A list that holds another one twice doubles what it is to compare or to show, so sixty lines would
 * be enough for more than any machine can do.
 *
 * @param size values and characters, those of nested lists each time they occur
 * @param depth how deep lists nest in it
 */
public record Extent(long size, int depth) {
    static final int MOST = 10_000_000;
    static final int DEEPEST = 100;

    static Extent of(@Nullable Object[] values) {
        long size = 0;
        int depth = 0;
        for (Object value : values) {
            Extent inner = of(value);
            size += inner.size + 1;
            depth = Math.max(depth, inner.depth);
            if (size > MOST) {
                throw new IllegalStateException("a list holds more than " + MOST
                        + " values and characters, those of lists within it counted each time: make it smaller");
            }
        }
        if (depth >= DEEPEST) {
            throw new IllegalStateException("lists are nested more than " + DEEPEST + " deep: insert facts instead");
        }
        Allowance allowance = Allowance.current();
        allowance.tick(1 + values.length / 16);
        allowance.makes(32 + 4L * values.length);
        return new Extent(size, depth + 1);
    }

    /** How much text a value holds: its own, and that of what is in it where it is a list or a set. */
    public static long characters(@Nullable Object value) {
        return of(value).size;
    }

    private static Extent of(@Nullable Object value) {
        return switch (value) {
            case String text -> new Extent(text.length(), 0);
            case ListValue list -> list.extent();
            case SetValue set -> set.extent();
            case Collection<?> others -> of(others.toArray());
            case null, default -> NOTHING;
        };
    }

    private static final Extent NOTHING = new Extent(0, 0);
}
