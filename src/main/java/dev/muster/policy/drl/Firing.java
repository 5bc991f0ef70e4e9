package dev.muster.policy.drl;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that fired. A plan keeps one for each firing, so it is no more than it has to be. */
public final class Firing {
    private static final @Nullable Object[] NOTHING = {};

    private final RuleInfo rule;
    private final @Nullable Object[] matched;

    /**
     * Takes the array over: whoever made it leaves it alone afterwards.
     *
     * @param matched what the rule's conditions matched, in their order; the result where a pattern gets one from accumulate or collect
     */
    public Firing(RuleInfo rule, @Nullable Object... matched) {
        this.rule = rule;
        this.matched = matched;
    }

    /** One of which nobody will ask what it matched. */
    public static Firing unrecorded(RuleInfo rule) {
        return new Firing(rule, NOTHING);
    }

    public RuleInfo rule() {
        return rule;
    }

    /** What the rule's conditions matched, in their order. */
    public List<@Nullable Object> matched() {
        List<@Nullable Object> facts = Arrays.asList(matched);
        return Collections.unmodifiableList(facts);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Firing other && rule.equals(other.rule) && Arrays.equals(matched, other.matched);
    }

    @Override
    public int hashCode() {
        return 31 * rule.hashCode() + Arrays.hashCode(matched);
    }

    @Override
    public String toString() {
        return rule.name() + " " + matched();
    }
}
