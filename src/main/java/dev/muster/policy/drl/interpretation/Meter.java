package dev.muster.policy.drl.interpretation;

import dev.muster.limit.OverLimitException;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.MutableTypeConstraint;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.Constraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A constraint that lets everything pass and counts it. A join whose partners are looked up, or that takes all, evaluates
 * nothing; without this nobody would notice that it makes a billion combinations.
 */
public final class Meter extends MutableTypeConstraint<JoinContext> {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    private Meter(Origin origin) {
        this.origin = origin;
        setType(Constraint.ConstraintType.BETA);
    }

    /** Adds a meter where no constraint of the pattern is evaluated in its join. */
    public static void addTo(Pattern pattern, Origin origin) {
        for (Constraint constraint : pattern.getConstraints()) {
            boolean joins = constraint.getType() == Constraint.ConstraintType.BETA;
            boolean lookedUp = ConstraintTypeOperator.getType(constraint) == ConstraintTypeOperator.EQUAL;
            if (joins && !lookedUp) {
                return;
            }
        }
        pattern.addConstraint(new Meter(origin));
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return new Declaration[0];
    }

    @Override
    public void replaceDeclaration(Declaration oldOne, Declaration newOne) {}

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Meter clone() {
        return new Meter(origin);
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver resolver) {
        return true;
    }

    @Override
    public boolean isAllowedCachedLeft(JoinContext context, FactHandle handle) {
        return joined(context, context.leftTuple());
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, JoinContext context) {
        return joined(context, tuple);
    }

    private boolean joined(JoinContext context, BaseTuple left) {
        try {
            context.joined(left);
            return true;
        } catch (OverLimitException e) {
            throw origin.failure(e, null);
        }
    }

    @Override
    public JoinContext createContext() {
        return new JoinContext();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Meter;
    }

    @Override
    public int hashCode() {
        return 7;
    }
}
