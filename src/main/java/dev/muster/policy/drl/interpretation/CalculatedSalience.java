package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import dev.muster.policy.drl.session.Run;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.Map;
import java.util.Objects;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.Salience;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.Match;

/** A salience that Drools asks for at each match: an expression over what the conditions bound. */
public final class CalculatedSalience implements Salience {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;
    private final transient Code code;
    private final String[] names;
    private final int[] slots;

    /**
     * A salience.
     *
     * @param names what of the conditions the expression uses
     * @param slots the slot of each of these names
     */
    public CalculatedSalience(Origin origin, Code code, String[] names, int[] slots) {
        this.origin = origin;
        this.code = code;
        this.names = names.clone();
        this.slots = slots.clone();
    }

    @Override
    public int getValue(Match match, Rule rule, ValueResolver resolver) {
        TupleImpl tuple = ((InternalMatch) match).getTuple();
        Declaration[] declarations = ((RuleTerminalNode) tuple.getSink()).getSalienceDeclarations();
        try {
            Run.current().tick();
            Object value = code.value(null, slot -> value(slot, declarations, tuple, resolver));
            if (value == null) {
                throw new WrongValueException("the salience is null");
            }
            return ((Number) value).intValue();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw origin.failure(e, null);
        }
    }

    private @Nullable Object value(int slot, Declaration[] declarations, TupleImpl tuple, ValueResolver resolver) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return declarations[i].getValue(resolver, tuple.get(declarations[i]));
            }
        }
        throw new IllegalStateException("no name has slot " + slot);
    }

    @Override
    public int getValue() {
        throw new UnsupportedOperationException("this salience is different for each match");
    }

    @Override
    public Declaration[] findDeclarations(Map<String, Declaration> all) {
        Declaration[] found = new Declaration[names.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = Objects.requireNonNull(all.get(names[i]));
        }
        return found;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    @Override
    public boolean isDefault() {
        return false;
    }
}
