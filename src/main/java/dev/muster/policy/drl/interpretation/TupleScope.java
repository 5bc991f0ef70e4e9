package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.VariableScope;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.jspecify.annotations.Nullable;

/** Variables whose values come from a tuple. */
record TupleScope(
        Declaration[] declarations,
        @Nullable BaseTuple tuple,
        @Nullable ValueResolver resolver) implements VariableScope {
    @Override
    public @Nullable Object get(int slot) {
        return value(declarations[slot], tuple, resolver);
    }

    static @Nullable Object value(
            Declaration declaration, @Nullable BaseTuple tuple, @Nullable ValueResolver resolver) {
        if (tuple == null) {
            throw new IllegalStateException("there is no tuple to read \"" + declaration.getIdentifier() + "\" from");
        }
        return declaration.getValue(resolver, tuple.get(declaration.getTupleIndex()));
    }
}
