package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import dev.muster.policy.drl.session.Run;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.DataProvider;
import org.jspecify.annotations.Nullable;

/** The values of {@code from}: the elements of a collection, or a single value. */
public final class FromValues implements DataProvider {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;
    private final transient Code code;
    private final transient Declaration[] declarations;
    private final String key;

    public FromValues(Origin origin, Code code, Declaration[] declarations, String key) {
        this.origin = origin;
        this.code = code;
        this.declarations = declarations;
        this.key = key;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return declarations;
    }

    @Override
    public @Nullable Object createContext() {
        return null;
    }

    @Override
    public Iterator<?> getResults(BaseTuple tuple, ValueResolver resolver, @Nullable Object context) {
        Object values;
        try {
            Run.current().tick();
            values = code.value(null, new TupleScope(declarations, tuple, resolver));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, null);
        }
        return switch (values) {
            case Object[] array -> Arrays.asList(array).iterator();
            case Iterable<?> several -> several.iterator();
            case null -> Collections.singletonList(null).iterator();
            default -> Collections.singletonList(values).iterator();
        };
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public DataProvider clone() {
        return new FromValues(origin, code, Declarations.copy(declarations), key);
    }

    @Override
    public void replaceDeclaration(Declaration oldOne, Declaration newOne) {
        for (int i = 0; i < declarations.length; i++) {
            if (declarations[i].getIdentifier().equals(oldOne.getIdentifier())) {
                declarations[i] = newOne;
            }
        }
    }

    @Override
    public boolean isReactive() {
        return false;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FromValues other
                && key.equals(other.key)
                && Declarations.same(declarations, other.declarations);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
