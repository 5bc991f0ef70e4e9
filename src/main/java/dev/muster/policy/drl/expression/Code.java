package dev.muster.policy.drl.expression;

import org.jspecify.annotations.Nullable;

/** A compiled expression. */
@FunctionalInterface
public interface Code {
    /**
     * The expression's value.
     *
     * @param self the fact that the expression is about; null outside a pattern
     */
    @Nullable
    Object value(@Nullable Object self, VariableScope scope);
}
