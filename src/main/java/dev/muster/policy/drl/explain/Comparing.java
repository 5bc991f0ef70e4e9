package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.expression.Regex;
import dev.muster.policy.drl.value.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares values as conditions do. */
final class Comparing {
    private Comparing() {}

    /** Whether a comparison holds; null where it cannot be told. */
    static @Nullable Boolean test(@Nullable Object left, String operator, List<@Nullable Object> right) {
        if (operator.startsWith("not ")) {
            Boolean plain = test(left, operator.substring("not ".length()), right);
            return plain == null ? null : !plain;
        }
        return switch (operator) {
            case "==", "in" -> right.stream().anyMatch(value -> same(left, value));
            case "!=" -> right.stream().noneMatch(value -> same(left, value));
            default -> ordered(left, operator, right.getFirst());
        };
    }

    private static @Nullable Boolean ordered(@Nullable Object left, String operator, @Nullable Object right) {
        return switch (operator) {
            case "contains" -> contains(left, right);
            case "memberOf" -> contains(right, left);
            case "matches" ->
                left instanceof String text && right instanceof String regex && Regex.matches(text, regex);
            case "<", "<=", ">", ">=" -> {
                Integer compared = compare(left, right);
                yield compared == null ? null : (Boolean) holds(compared, operator);
            }
            default -> null;
        };
    }

    private static boolean holds(int compared, String operator) {
        return switch (operator) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }

    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number l && right instanceof Number r) {
            return l.doubleValue() == r.doubleValue();
        }
        return Objects.equals(left, right);
    }

    private static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number l && right instanceof Number r) {
            return Double.compare(l.doubleValue(), r.doubleValue());
        }
        return left instanceof String l && right instanceof String r ? (Integer) l.compareTo(r) : null;
    }

    private static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case Collection<?> several -> several.contains(value);
            case String text -> value instanceof String part && Texts.contains(text, part);
            case null, default -> false;
        };
    }

    /** The operator as it reads from the other side; null where it has no such form. */
    static @Nullable String turned(String operator) {
        return switch (operator) {
            case "==", "!=" -> operator;
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            case "contains" -> "memberOf";
            case "memberOf" -> "contains";
            default -> null;
        };
    }
}
