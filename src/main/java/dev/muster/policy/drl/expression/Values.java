package dev.muster.policy.drl.expression;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Comparisons of values as Drools does them. */
final class Values {
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

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case null -> false;
            case Collection<?> collection -> collection.contains(value);
            case String text -> value instanceof String part && text.contains(part);
            default -> false;
        };
    }
}
