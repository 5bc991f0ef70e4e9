package dev.muster.policy.drl.value;

import dev.muster.limit.Allowance;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that a rule collected, in the order in which it was given. It never changes, so none holds itself. */
public final class SetValue extends AbstractSet<@Nullable Object> {
    private final Set<@Nullable Object> values;
    private final Extent extent;
    private final int hash;

    private SetValue(Collection<?> values) {
        this.extent = Extent.of(values.toArray());
        this.values = new LinkedHashSet<>(values);
        this.hash = this.values.hashCode();
    }

    public static SetValue copyOf(Collection<?> values) {
        return new SetValue(values);
    }

    Extent extent() {
        return extent;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return Collections.<@Nullable Object>unmodifiableSet(values).iterator();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return values.contains(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof Set<?> set) || set.size() != values.size() || set.hashCode() != hash) {
            return false;
        }
        Allowance.current().tick(values.size() / 4);
        return values.containsAll(set);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Texts.of(this);
    }
}
