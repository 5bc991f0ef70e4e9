package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.TupleValueExtractor;
import org.jspecify.annotations.Nullable;

/** The two sides by which a join finds its partners. */
final class JoinIndex {
    private JoinIndex() {}

    /** The side of the facts that came before. */
    record Left(Origin origin, Declaration[] declarations, Code code, ValueType type) implements TupleValueExtractor {
        @Override
        public ValueType getValueType() {
            return type;
        }

        @Override
        public @Nullable Object getValue(@Nullable ValueResolver resolver, BaseTuple tuple) {
            try {
                return code.value(null, new TupleScope(declarations, tuple, resolver));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw origin.failure(e, null);
            }
        }

        @Override
        @SuppressWarnings("MethodDoesntCallSuperMethod")
        public TupleValueExtractor clone() {
            return new Left(origin, Declarations.copy(declarations), code, type);
        }
    }

    /** The side of the pattern's own fact. */
    record Right(Origin origin, Code code, ValueType type) implements TupleValueExtractor {
        @Override
        public ValueType getValueType() {
            return type;
        }

        @Override
        public @Nullable Object getValue(@Nullable ValueResolver resolver, BaseTuple tuple) {
            Object fact = tuple.getFactHandle().getObject();
            try {
                return code.value(fact, dev.muster.policy.drl.expression.VariableScope.NONE);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw origin.failure(e, fact);
            }
        }

        @Override
        @SuppressWarnings("MethodDoesntCallSuperMethod")
        public TupleValueExtractor clone() {
            return this;
        }
    }
}
