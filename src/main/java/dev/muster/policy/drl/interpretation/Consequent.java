package dev.muster.policy.drl.interpretation;

import java.util.List;
import org.drools.base.definitions.rule.impl.RuleImpl;

/**
 * A compiled consequence. It holds nothing of a session, so rule bases share it.
 *
 * @param names what of the conditions it uses
 */
public record Consequent(InterpretedConsequence code, List<String> names) {
    public void giveTo(RuleImpl rule) {
        rule.setRequiredDeclarationsForConsequence(RuleImpl.DEFAULT_CONSEQUENCE_NAME, names.toArray(String[]::new));
        rule.setConsequence(code);
    }
}
