package dev.muster.policy.drl.interpretation;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.expression.Test;
import dev.muster.policy.drl.expression.VariableScope;
import dev.muster.policy.drl.session.Run;
import dev.muster.source.Stopped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.base.field.ObjectFieldImpl;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.reteoo.PropertySpecificUtil;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.MutableTypeConstraint;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.accessor.TupleValueExtractor;
import org.drools.base.util.IndexedValueReader;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.drools.core.base.DroolsQueryImpl;
import org.drools.util.bitmask.BitMask;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A constraint of a pattern. One that uses names of other patterns is evaluated in a join, where its context holds what is
 * joined and gives the values of those names; so no evaluation allocates anything.
 */
public final class InterpretedConstraint extends MutableTypeConstraint<JoinContext> implements IndexableConstraint {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;
    private final transient Test test;
    private final transient Declaration[] declarations;
    private final transient @Nullable Indexing indexing;
    private final transient Set<String> reactsOn;
    private final String key;
    private final @Nullable Declaration parameter;
    /** Each session asks for it. */
    private transient @Nullable IndexedValueReader joinIndex;

    private boolean unification;

    public InterpretedConstraint(
            Origin origin,
            Test test,
            Declaration[] declarations,
            @Nullable Indexing indexing,
            Set<String> reactsOn,
            String key,
            @Nullable Declaration parameter) {
        this.origin = origin;
        this.test = test;
        this.declarations = declarations;
        this.indexing = indexing;
        this.reactsOn = reactsOn;
        this.key = key;
        this.parameter = parameter;
        this.unification = parameter != null;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return declarations;
    }

    @Override
    public void replaceDeclaration(Declaration oldOne, Declaration newOne) {
        Declarations.replace(declarations, oldOne, newOne);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public InterpretedConstraint clone() {
        built(1 + declarations.length);
        Declaration[] copies = Declarations.copy(declarations);
        InterpretedConstraint clone = new InterpretedConstraint(
                origin, test, copies, indexing, reactsOn, key, parameter == null ? null : copies[0]);
        clone.unification = unification;
        return clone;
    }

    /** Drools copies constraints and holds them against each other while it builds: the only places where one can look at its clock. */
    private void built(int pieces) {
        try {
            Allowance.current().tick(pieces);
        } catch (OverLimitException e) {
            throw Stopped.at(origin.place(), " (in rule \"" + origin.rule() + "\")", e);
        }
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver resolver) {
        Object fact = handle.getObject();
        try {
            Run.current().tick();
            return test.test(fact, VariableScope.NONE);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, fact);
        }
    }

    @Override
    public boolean isAllowedCachedLeft(JoinContext context, FactHandle handle) {
        return allowed(context, handle.getObject(), context.leftTuple());
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, JoinContext context) {
        return allowed(context, context.rightFact(), tuple);
    }

    private boolean allowed(JoinContext context, @Nullable Object fact, BaseTuple tuple) {
        if (unification && isUnbound(tuple)) {
            return true;
        }
        try {
            context.tick();
            boolean passes = test.test(fact, context.over(declarations, tuple));
            if (passes) {
                context.joined(tuple);
            }
            return passes;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, fact);
        }
    }

    /** Whether the query's parameter was left open by its caller: then it takes any value. */
    private boolean isUnbound(BaseTuple tuple) {
        DroolsQueryImpl query = (DroolsQueryImpl) tuple.getObject(0);
        return query.getVariables()[declarations[0].getExtractor().getIndex()] != null;
    }

    @Override
    public JoinContext createContext() {
        return new JoinContext();
    }

    @Override
    public BitMask getListenedPropertyMask(
            Optional<Pattern> pattern, ObjectType objectType, List<String> settableProperties) {
        if (reactsOn.isEmpty()) {
            return super.getListenedPropertyMask(pattern, objectType, settableProperties);
        }
        BitMask mask = PropertySpecificUtil.getEmptyPropertyReactiveMask(settableProperties.size());
        for (String property : reactsOn) {
            int position = settableProperties.indexOf(property);
            if (position >= 0) {
                mask = mask.set(position + PropertySpecificUtil.CUSTOM_BITS_OFFSET);
            }
        }
        return mask;
    }

    @Override
    public boolean isUnification() {
        return unification;
    }

    @Override
    public void unsetUnification() {
        unification = false;
    }

    @Override
    public boolean isIndexable(int nodeType, KieBaseConfiguration configuration) {
        return unification || getConstraintType().isIndexableForNode(nodeType, this, configuration);
    }

    @Override
    public ConstraintTypeOperator getConstraintType() {
        return indexing == null ? ConstraintTypeOperator.UNKNOWN : indexing.operator();
    }

    @Override
    public @Nullable FieldValue getField() {
        return indexing == null || indexing.isJoin() ? null : new ObjectFieldImpl(indexing.constant());
    }

    @Override
    public @Nullable IndexedValueReader getFieldIndex() {
        if (indexing == null) {
            return null;
        }
        IndexedValueReader known = joinIndex;
        if (known == null || parameter != null) {
            known = new IndexedValueReader(getLeftIndexExtractor(), getRightIndexExtractor());
            joinIndex = known;
        }
        return known;
    }

    @Override
    public @Nullable ReadAccessor getFieldExtractor() {
        boolean readable = indexing != null && (!indexing.isJoin() || parameter != null);
        return readable ? java.util.Objects.requireNonNull(indexing).reader(origin) : null;
    }

    @Override
    public @Nullable TupleValueExtractor getRightIndexExtractor() {
        return indexing == null || !indexing.isJoin()
                ? null
                : new JoinIndex.Right(origin, indexing.own(), ValueType.determineValueType(indexing.type()));
    }

    @Override
    public @Nullable TupleValueExtractor getLeftIndexExtractor() {
        if (parameter != null) {
            return declarations[0];
        }
        var other = indexing == null ? null : indexing.other();
        return indexing == null || other == null
                ? null
                : new JoinIndex.Left(origin, declarations, other, ValueType.determineValueType(indexing.type()));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (this == object) {
            return true;
        }
        built(1);
        return object instanceof InterpretedConstraint other
                && key.equals(other.key)
                && unification == other.unification
                && Declarations.same(declarations, other.declarations);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return origin.text();
    }
}
