package dev.muster.policy.drl.value;

import dev.muster.limit.Allowance;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that a rule made. It never changes, so none holds itself; and comparing or showing it asks the clock. */
public final class ListValue extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] values;
    private final Extent extent;
    private int hash;

    private ListValue(@Nullable Object[] values) {
        this.values = values;
        this.extent = Extent.of(values);
    }

    /** Takes the array over. */
    public static ListValue of(@Nullable Object... values) {
        return new ListValue(values);
    }

    public static ListValue copyOf(Collection<?> values) {
        return new ListValue(values.toArray());
    }

    Extent extent() {
        return extent;
    }

    @Override
    public @Nullable Object get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return indexOf(value) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object value) {
        Allowance allowance = Allowance.current();
        for (int i = 0; i < values.length; i++) {
            allowance.tick();
            if (Objects.equals(value, values[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List<?> list) || list.size() != values.length || hashCode() != list.hashCode()) {
            return false;
        }
        Allowance allowance = Allowance.current();
        int at = 0;
        for (Object value : list) {
            allowance.tick();
            if (!Objects.equals(values[at++], value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            Allowance.current().tick(values.length / 16);
            hash = java.util.Arrays.hashCode(values);
        }
        return hash;
    }

    @Override
    public String toString() {
        return Texts.of(this);
    }
}
