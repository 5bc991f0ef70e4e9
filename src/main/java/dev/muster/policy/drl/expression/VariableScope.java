package dev.muster.policy.drl.expression;

import org.jspecify.annotations.Nullable;

/** The values of variables while an expression is evaluated, by slot. */
public interface VariableScope {
    /** For expressions without variables. */
    VariableScope NONE = slot -> {
        throw new IllegalStateException("no variable has slot " + slot);
    };

    @Nullable
    Object get(int slot);

    default void set(int slot, @Nullable Object value) {
        throw new IllegalStateException("nothing can be assigned here");
    }
}
