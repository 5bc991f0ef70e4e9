package dev.muster.policy.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired. Takes its list over: whoever makes one leaves it alone afterwards.
 *
 * @param matched what its conditions matched, in their order; the result where a pattern gets one from accumulate or collect
 */
public record Firing(RuleInfo rule, List<@Nullable Object> matched) {}
