package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import dev.muster.policy.drl.expression.VariableScope;
import dev.muster.policy.drl.session.Run;
import dev.muster.policy.drl.value.ListValue;
import dev.muster.policy.drl.value.SetValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.Accumulator;
import org.drools.core.reteoo.SubnetworkTuple;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A function over the matches of an accumulate's source. Its argument can use names from within the source and from before the
 * accumulate; null for the argument means that the function gets the matched fact itself.
 */
public final class FunctionAccumulator implements Accumulator {
    private final Origin origin;
    private final AccumulateFunction<Serializable> function;
    private final @Nullable Code argument;
    /** For each name that the argument uses: whether it comes from within the source. */
    private final boolean[] inner;

    private final String[] names;
    private final Declaration[] outer;
    private final String key;

    public FunctionAccumulator(
            Origin origin,
            AccumulateFunction<Serializable> function,
            @Nullable Code argument,
            boolean[] inner,
            Declaration[] outer,
            String key) {
        this.origin = origin;
        this.function = function;
        this.argument = argument;
        this.inner = inner;
        this.outer = outer;
        this.names = new String[outer.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = outer[i].getIdentifier();
        }
        this.key = key;
    }

    /** What its argument uses from before the accumulate. */
    public List<Declaration> outerDeclarations() {
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; i < outer.length; i++) {
            if (!inner[i]) {
                declarations.add(outer[i]);
            }
        }
        return declarations;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return outerDeclarations().toArray(Declaration[]::new);
    }

    @Override
    public void replaceDeclaration(Declaration oldOne, Declaration newOne) {
        Declarations.replace(outer, oldOne, newOne);
    }

    @Override
    public @Nullable Object createWorkingMemoryContext() {
        return null;
    }

    @Override
    public Object createContext() {
        return function.createContext();
    }

    @Override
    public Object init(
            @Nullable Object memory,
            Object context,
            BaseTuple left,
            Declaration[] declarations,
            ValueResolver resolver) {
        return function.initContext((Serializable) context);
    }

    @Override
    public @Nullable Object accumulate(
            @Nullable Object memory,
            Object context,
            BaseTuple left,
            FactHandle handle,
            Declaration[] declarations,
            Declaration[] innerDeclarations,
            ValueResolver resolver) {
        try {
            Run.current().tick();
            return function.accumulateValue((Serializable) context, value(left, handle, innerDeclarations, resolver));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, handle.getObject());
        }
    }

    private @Nullable Object value(
            BaseTuple left, FactHandle handle, Declaration[] innerDeclarations, ValueResolver resolver) {
        Object fact = handle.getObject();
        if (argument == null) {
            return fact;
        }
        VariableScope scope = slot -> {
            if (!inner[slot]) {
                return outer[slot].getValue(resolver, left.get(outer[slot].getTupleIndex()));
            }
            Declaration declaration = named(names[slot], innerDeclarations);
            return fact instanceof SubnetworkTuple subnetwork
                    ? declaration.getValue(resolver, subnetwork.get(declaration.getTupleIndex()))
                    : declaration.getValue(resolver, fact);
        };
        return argument.value(fact, scope);
    }

    private static Declaration named(String name, Declaration[] declarations) {
        for (Declaration declaration : declarations) {
            if (declaration.getIdentifier().equals(name)) {
                return declaration;
            }
        }
        throw new IllegalStateException("the accumulate's source binds no \"" + name + "\"");
    }

    @Override
    public boolean supportsReverse() {
        return function.supportsReverse();
    }

    @Override
    public boolean tryReverse(
            @Nullable Object memory,
            Object context,
            BaseTuple left,
            FactHandle handle,
            @Nullable Object value,
            Declaration[] declarations,
            Declaration[] innerDeclarations,
            ValueResolver resolver) {
        try {
            Run.current().loops();
            return function.tryReverse((Serializable) context, value);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, handle.getObject());
        }
    }

    @Override
    public @Nullable Object getResult(
            @Nullable Object memory,
            Object context,
            BaseTuple left,
            Declaration[] declarations,
            ValueResolver resolver) {
        try {
            return kept(function.getResult((Serializable) context));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, null);
        }
    }

    /** What Drools collects goes on changing, and could come to hold itself where a rule inserts it. */
    private static @Nullable Object kept(@Nullable Object result) {
        return switch (result) {
            case List<?> list -> ListValue.copyOf(list);
            case Set<?> set -> SetValue.copyOf(set);
            case null, default -> result;
        };
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FunctionAccumulator other
                && key.equals(other.key)
                && Declarations.same(outer, other.outer);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
