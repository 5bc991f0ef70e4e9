package dev.muster.policy.drl.expression;

import org.jspecify.annotations.Nullable;

/** A compiled expression that is true or false. */
@FunctionalInterface
public interface Test {
    boolean test(@Nullable Object self, VariableScope scope);
}
