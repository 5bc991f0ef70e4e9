package dev.muster.policy.drl.network;

import org.drools.base.base.ValueResolver;
import org.drools.base.rule.accessor.Salience;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.Match;

/** A salience that Drools asks for at each match. */
record CalculatedSalience(int salience) implements Salience {
    @Override
    public int getValue(Match match, Rule rule, ValueResolver resolver) {
        return salience;
    }

    @Override
    public int getValue() {
        return salience;
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
