package dev.muster.policy.drl.network;

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
    record Left(Declaration[] declarations, Code code, ValueType type) implements TupleValueExtractor {
        @Override
        public ValueType getValueType() {
            return type;
        }

        @Override
        public @Nullable Object getValue(@Nullable ValueResolver resolver, BaseTuple tuple) {
            return code.value(null, new TupleScope(declarations, tuple, resolver));
        }

        @Override
        @SuppressWarnings("MethodDoesntCallSuperMethod")
        public TupleValueExtractor clone() {
            return new Left(Declarations.copy(declarations), code, type);
        }
    }

    /** The side of the pattern's own fact. */
    record Right(Code code, ValueType type) implements TupleValueExtractor {
        @Override
        public ValueType getValueType() {
            return type;
        }

        @Override
        public @Nullable Object getValue(@Nullable ValueResolver resolver, BaseTuple tuple) {
            return code.value(tuple.getFactHandle().getObject(), dev.muster.policy.drl.expression.Scope.NONE);
        }

        @Override
        @SuppressWarnings("MethodDoesntCallSuperMethod")
        public TupleValueExtractor clone() {
            return this;
        }
    }
}
