package dev.muster.policy.drl.expression;

import org.jspecify.annotations.Nullable;

/** The variables of a consequence while it runs, and what it does to the session. */
public final class Frame implements Scope {
    private final @Nullable Object[] values;
    private final Effects effects;
    private int at;

    public Frame(@Nullable Object[] values, Effects effects) {
        this.values = values;
        this.effects = effects;
    }

    @Override
    public @Nullable Object get(int slot) {
        return values[slot];
    }

    @Override
    public void set(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    Effects effects() {
        return effects;
    }

    void at(int offset) {
        at = offset;
    }

    /** Where the statement stands that runs, or failed. */
    public int at() {
        return at;
    }
}
