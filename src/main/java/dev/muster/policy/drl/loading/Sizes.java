package dev.muster.policy.drl.loading;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import dev.muster.policy.drl.translation.Expansion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds what rules would become against what a service can bear, before any of it is built: a file of a hundred bytes can ask
 * for more than all memory.
 */
final class Sizes {
    /** Takes a fifth of a second and 20 MB; nobody reads such a rule. */
    static final int MOST_PATTERNS = 10_000;

    /** All rules of a pack together: some two seconds and 200 MB. */
    static final int MOST_IN_ALL = 200_000;

    /** The network keeps so much for one; where there is little memory, fewer fit than {@link #MOST_IN_ALL}. */
    static final int BYTES_OF_A_PATTERN = 2_000;

    /** Measured for rules and queries alike, beside their patterns. */
    private static final int BYTES_OF_A_RULE = 2_000;

    /** Rules that extend one another. */
    static final int MOST_LEVELS = 100;

    private final Function<String, @Nullable RuleTree> rules;
    private final Map<String, Grown> known = new HashMap<>();
    private long all;

    /** A rule with all that it takes over, which comes from so many rules. */
    private record Grown(Expansion expansion, int levels) {
        static final Grown NOTHING = new Grown(Expansion.NOTHING, 0);
    }

    /**
     * Measures rules.
     *
     * @param rules by name
     */
    Sizes(Function<String, @Nullable RuleTree> rules) {
        this.rules = rules;
    }

    /**
     * Notes a fault where a rule is too large by itself, or the first with which all are too many. One that takes over what is
     * too large has none of its own.
     */
    void check(RuleTree tree, SyntaxFaults faults) {
        faults.inside(tree.shown());
        Grown taken = taken(tree);
        if (taken.levels() == MOST_LEVELS) {
            faults.add(
                    tree.parentAt(),
                    "more than " + MOST_LEVELS + " rules extend one another: extend one of the first of them");
        } else if (taken.levels() < MOST_LEVELS && taken.expansion().patterns() <= MOST_PATTERNS) {
            add(own(tree, taken.expansion(), faults), tree, faults);
        }
        faults.inside(null);
    }

    private void add(Expansion size, RuleTree tree, SyntaxFaults faults) {
        long patterns = Math.min(size.patterns(), MOST_PATTERNS);
        Allowance.current().tick(patterns);
        Allowance.current().holds(BYTES_OF_A_RULE + patterns * BYTES_OF_A_PATTERN);
        boolean fitted = all <= MOST_IN_ALL;
        all += patterns;
        if (fitted && all > MOST_IN_ALL) {
            faults.add(
                    tree.at(),
                    "the rules up to here become more than " + MOST_IN_ALL + " patterns: put what differs only in"
                            + " names into a table, and insert a fact for what many rules ask");
        }
    }

    private static Expansion own(RuleTree tree, Expansion taken, SyntaxFaults faults) {
        Expansion size = taken;
        for (Condition condition : tree.conditions().parts()) {
            Expansion before = size;
            size = size.and(Expansion.of(condition));
            if (size.patterns() > MOST_PATTERNS && before.patterns() <= MOST_PATTERNS) {
                faults.add(
                        condition.at(),
                        "from here on the conditions become more than " + MOST_PATTERNS
                                + " patterns, since each \"or\" multiplies those before it: let rules of their own"
                                + " insert a fact for each alternative, and ask for that fact here");
            }
        }
        return size;
    }

    /** What a rule takes over, counted from the first rule on; a circle is told elsewhere. */
    private Grown taken(RuleTree tree) {
        Deque<RuleTree> above = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        RuleTree parent = parent(tree);
        while (parent != null && seen.add(parent.name()) && !known.containsKey(parent.name())) {
            above.push(parent);
            parent = parent(parent);
        }
        Grown grown = parent == null ? Grown.NOTHING : known.getOrDefault(parent.name(), Grown.NOTHING);
        for (RuleTree next : above) {
            grown = new Grown(grown.expansion().and(Expansion.of(next.conditions())), grown.levels() + 1);
            known.put(next.name(), grown);
        }
        return grown;
    }

    private @Nullable RuleTree parent(RuleTree tree) {
        String name = tree.parent();
        return name == null ? null : rules.apply(name);
    }
}
