package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Test;
import dev.muster.policy.drl.session.Run;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.EvalExpression;
import org.jspecify.annotations.Nullable;

/** An {@code eval}: a condition over names that others bound. */
public final class InterpretedEval implements EvalExpression {
    private final Origin origin;
    private final Test test;
    private final Declaration[] declarations;
    private final String key;

    public InterpretedEval(Origin origin, Test test, Declaration[] declarations, String key) {
        this.origin = origin;
        this.test = test;
        this.declarations = declarations;
        this.key = key;
    }

    @Override
    public @Nullable Object createContext() {
        return null;
    }

    @Override
    public boolean evaluate(BaseTuple tuple, Declaration[] required, ValueResolver resolver, @Nullable Object context) {
        try {
            Run.current().tick();
            return test.test(null, new TupleScope(declarations, tuple, resolver));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, null);
        }
    }

    @Override
    public void replaceDeclaration(Declaration oldOne, Declaration newOne) {
        Declarations.replace(declarations, oldOne, newOne);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public EvalExpression clone() {
        return new InterpretedEval(origin, test, Declarations.copy(declarations), key);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof InterpretedEval other
                && key.equals(other.key)
                && Declarations.same(declarations, other.declarations);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
