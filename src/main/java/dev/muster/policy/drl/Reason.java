package dev.muster.policy.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a fact is there: a rule inserted it because of these facts.
 *
 * @param matched what the rule's conditions matched, in their order
 */
public record Reason(RuleInfo rule, List<@Nullable Object> matched) {}
