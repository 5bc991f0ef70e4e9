package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.VariableScope;
import dev.muster.policy.drl.session.Run;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** What a join is at: a tuple for which facts are looked for, or a fact for which tuples are. One for each session and node. */
final class JoinContext implements ContextEntry, VariableScope {
    private static final Declaration[] NONE = {};

    private @Nullable BaseTuple tuple;
    private @Nullable FactHandle handle;
    private @Nullable ValueResolver resolver;
    private @Nullable BaseTuple current;
    private Declaration[] declarations = NONE;
    private @Nullable Run run;
    private int kept;

    BaseTuple leftTuple() {
        return java.util.Objects.requireNonNull(tuple);
    }

    @Nullable
    Object rightFact() {
        return java.util.Objects.requireNonNull(handle).getObject();
    }

    /** The values of these declarations in that tuple. */
    VariableScope over(Declaration[] required, BaseTuple joined) {
        declarations = required;
        current = joined;
        return this;
    }

    @Override
    public @Nullable Object get(int slot) {
        return TupleScope.value(declarations[slot], current, resolver);
    }

    void tick() {
        run().tick();
    }

    /** A combination is kept once for each of what goes on behind its join: rules, and further joins. */
    void joined(BaseTuple left) {
        if (kept == 0) {
            kept = left instanceof TupleImpl joined && joined.getSink() instanceof JoinNode join
                    ? Math.max(1, join.getSinkPropagator().size())
                    : 1;
        }
        run().joined(kept);
    }

    private Run run() {
        Run known = run;
        if (known == null) {
            known = Run.current();
            run = known;
        }
        return known;
    }

    @Override
    public void updateFromTuple(ValueResolver valueResolver, BaseTuple joined) {
        resolver = valueResolver;
        tuple = joined;
    }

    @Override
    public void updateFromFactHandle(ValueResolver valueResolver, FactHandle fact) {
        resolver = valueResolver;
        handle = fact;
    }

    @Override
    public void resetTuple() {
        tuple = null;
    }

    @Override
    public void resetFactHandle() {
        handle = null;
    }

    @Override
    public ContextEntry getNext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setNext(ContextEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("a session is not written");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("a session is not read");
    }
}
