package dev.muster.policy.drl.expression;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.value.Texts;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Comparisons of values as Drools does them. */
final class Values {
    /** Digits of a number that somebody means; reading more of them takes more than proportionally long. */
    private static final int LONGEST_NUMBER = 1_000;

    private Values() {}

    static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right || left != null && left.equals(right);
    }

    /** Numbers are equal if they are so as doubles. */
    static boolean sameNumber(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        return ((Number) left).doubleValue() == ((Number) right).doubleValue();
    }

    /** As the operator {@code in} compares. */
    static boolean sameOption(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number l && right instanceof Number r && left.getClass() != right.getClass()) {
            return l.doubleValue() == r.doubleValue();
        }
        return same(left, right);
    }

    /** Below, equal or above zero; what has no order with the other gives {@link #UNORDERED}. */
    static final int UNORDERED = Integer.MIN_VALUE;

    static int compareNumbers(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return UNORDERED;
        }
        if (left instanceof Long l && right instanceof Long r) {
            return Long.compare(l, r);
        }
        double l = ((Number) left).doubleValue();
        double r = ((Number) right).doubleValue();
        return Double.isNaN(l) || Double.isNaN(r) ? UNORDERED : Double.compare(l, r);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return UNORDERED;
        }
        if (left instanceof Number && right instanceof Number) {
            return compareNumbers(left, right);
        }
        if (left instanceof Number l && right instanceof String r) {
            BigDecimal number = number(r);
            return number == null ? UNORDERED : Double.compare(l.doubleValue(), number.doubleValue());
        }
        if (left instanceof String l && right instanceof Number r) {
            BigDecimal number = number(l);
            return number == null ? UNORDERED : Double.compare(number.doubleValue(), r.doubleValue());
        }
        return left instanceof Comparable comparable ? comparable.compareTo(right) : UNORDERED;
    }

    /** Whether a list or a set has a value. */
    static boolean contains(Collection<?> collection, @Nullable Object value) {
        Allowance.current().tick(1 + collection.size() / 4);
        return collection.contains(value);
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case null -> false;
            case Collection<?> collection -> contains(collection, value);
            case String text -> value instanceof String part && Texts.contains(text, part);
            default -> false;
        };
    }
}
