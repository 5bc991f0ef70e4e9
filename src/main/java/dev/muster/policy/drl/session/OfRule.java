package dev.muster.policy.drl.session;

import dev.muster.policy.drl.RuleInfo;

/** Part of what was built of a rule. */
public interface OfRule {
    RuleInfo rule();
}
