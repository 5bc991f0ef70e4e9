package dev.muster.policy.drl.expression;

import org.jspecify.annotations.Nullable;

/** The variables of a consequence while it runs, and what it does to the session: one object, as every firing makes one. */
public abstract class VariableFrame implements VariableScope, Effects {
    private final @Nullable Object[] values;
    private int at;

    protected VariableFrame(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public @Nullable Object get(int slot) {
        return values[slot];
    }

    @Override
    public void set(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    void at(int offset) {
        at = offset;
    }

    /** Where the statement stands that runs, or failed. */
    public int at() {
        return at;
    }
}
