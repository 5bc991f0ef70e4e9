package dev.muster.policy.drl.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a property of a fact.
 *
 * @param property the property's name, or a call such as {@code cell("task_type")}
 * @param operator {@code ==}, {@code in}, {@code contains}, …, with {@code not } before it where it is turned round
 * @param values what it is compared with: several for {@code in}, else one
 */
public record Demand(String property, String operator, List<@Nullable Object> values) {
    static final String IS = "==";

    public Demand {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The property has this value. */
    public static Demand is(String property, @Nullable Object value) {
        return new Demand(property, IS, Collections.singletonList(value));
    }

    /** Whether a value would do; what cannot be told counts as if it did. */
    public boolean allows(@Nullable Object value) {
        return !Boolean.FALSE.equals(Comparing.test(value, operator, values));
    }

    boolean isEquality() {
        return operator.equals(IS);
    }

    /** Whether one value can meet both; where that cannot be told, it can. */
    boolean agrees(Demand other) {
        if (isChoice() || other.isChoice()) {
            Demand choice = isChoice() ? this : other;
            Demand rule = isChoice() ? other : this;
            return choice.values().stream().anyMatch(rule::allows);
        }
        return !leavesNothing(other) && !other.leavesNothing(this);
    }

    private boolean isChoice() {
        return isEquality() || operator.equals("in");
    }

    /** Whether this bound from below lies above the other one from above. */
    private boolean leavesNothing(Demand above) {
        if (!operator.startsWith(">") || !above.operator.startsWith("<")) {
            return false;
        }
        boolean bothReach = operator.equals(">=") && above.operator.equals("<=");
        return Boolean.FALSE.equals(Comparing.test(values.getFirst(), bothReach ? "<=" : "<", above.values()));
    }
}
