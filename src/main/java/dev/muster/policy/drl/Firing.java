package dev.muster.policy.drl;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param matched what its conditions matched, in their order; the result where a pattern gets one from accumulate or collect
 */
public record Firing(RuleInfo rule, List<@Nullable Object> matched) {
    public Firing {
        matched = Collections.unmodifiableList(matched);
    }
}
