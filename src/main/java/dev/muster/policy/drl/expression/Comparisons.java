package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.value.Texts;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** {@code == != < <= > >=}, as Drools' compiler translates them for the types on both sides. */
final class Comparisons {
    private Comparisons() {}

    static Typed equality(Expr.Relation relation, Typed left, Typed right) {
        boolean negated = relation.operator().equals("!=");
        Sides sides = coerced(left, right, relation);
        requireComparable(sides, relation);
        Test test = equal(sides.left, sides.right);
        return typed(negated ? (self, scope) -> !test.test(self, scope) : test, relation, sides);
    }

    static Typed order(Expr.Relation relation, Typed left, Typed right) {
        Sides sides = coerced(left, right, relation);
        requireOrder(sides, relation);
        Code l = sides.left.code();
        Code r = sides.right.code();
        boolean numbers = sides.left.type().isNumber() && sides.right.type().isNumber();
        Test test = switch (relation.operator()) {
            case "<" ->
                numbers
                        ? (self, scope) -> less(Values.compareNumbers(l.value(self, scope), r.value(self, scope)))
                        : (self, scope) -> less(Values.compare(l.value(self, scope), r.value(self, scope)));
            case "<=" ->
                numbers
                        ? (self, scope) ->
                                lessOrEqual(Values.compareNumbers(l.value(self, scope), r.value(self, scope)))
                        : (self, scope) -> lessOrEqual(Values.compare(l.value(self, scope), r.value(self, scope)));
            case ">" ->
                numbers
                        ? (self, scope) -> Values.compareNumbers(l.value(self, scope), r.value(self, scope)) > 0
                        : (self, scope) -> Values.compare(l.value(self, scope), r.value(self, scope)) > 0;
            default ->
                numbers
                        ? (self, scope) -> Values.compareNumbers(l.value(self, scope), r.value(self, scope)) >= 0
                        : (self, scope) -> Values.compare(l.value(self, scope), r.value(self, scope)) >= 0;
        };
        return typed(test, relation, sides);
    }

    private static boolean less(int compared) {
        return compared < 0 && compared != Values.UNORDERED;
    }

    private static boolean lessOrEqual(int compared) {
        return compared <= 0 && compared != Values.UNORDERED;
    }

    private static Typed typed(Test test, Expr.Relation relation, Sides sides) {
        List<Code> guards = new ArrayList<>(sides.left.guards());
        guards.addAll(sides.right.guards());
        String key = "(" + sides.left.key() + relation.operator() + sides.right.key() + ")";
        return Typed.bool(test, key, List.copyOf(guards));
    }

    private static Test equal(Typed left, Typed right) {
        Code l = left.code();
        Code r = right.code();
        if (left.type().isNumber() && right.type().isNumber()) {
            return (self, scope) -> Values.sameNumber(l.value(self, scope), r.value(self, scope));
        }
        if (right.isConstant()) {
            Object constant = right.constant();
            return constant == null
                    ? (self, scope) -> l.value(self, scope) == null
                    : (self, scope) -> constant.equals(l.value(self, scope));
        }
        return (self, scope) -> Values.same(l.value(self, scope), r.value(self, scope));
    }

    /** Both sides of a comparison after conversion. */
    record Sides(Typed left, Typed right) {}

    static Sides coerced(Typed left, Typed right, Expr.Relation relation) {
        Typed l = coerce(left, right, relation);
        Typed r = coerce(right, l, relation);
        return new Sides(l, r);
    }

    /** A side as it is compared with the other one. */
    static Typed coerce(Typed side, Typed other, Expr at) {
        if (side.isNull()
                || other.isNull()
                || side.type().boxed() == other.type().boxed()) {
            return side;
        }
        if (other.type().isNumber() && side.type().is(String.class) && side.isConstant()) {
            return number(side, other, at);
        }
        boolean constantNumber =
                side.isConstant() && (side.type().isNumber() || side.type().isBoolean());
        if (other.type().is(String.class) && !other.isConstant() && constantNumber) {
            return Typed.constant(ValueType.TEXT, String.valueOf(side.constant()));
        }
        if (other.type().is(String.class) && !other.isConstant() && side.type().isNumber()) {
            Code code = side.code();
            Code text = (self, scope) -> Texts.of(code.value(self, scope));
            return new Typed(ValueType.TEXT, text, Typed.OTHER, "text(" + side.key() + ")", side.guards());
        }
        if (other.type().isBoolean() && side.isConstant() && side.type().is(String.class)) {
            return truth(side, at);
        }
        return side;
    }

    private static Typed number(Typed text, Typed other, Expr at) {
        String written = String.valueOf(text.constant());
        try {
            Number value = other.type().isWhole() ? (Number) Long.valueOf(written) : (Number) Double.valueOf(written);
            boolean small = other.type().boxed() == Integer.class && value.longValue() == value.intValue();
            Number fitting = small ? (Number) value.intValue() : value;
            return Typed.constant(other.type(), fitting);
        } catch (NumberFormatException e) {
            throw new SyntaxError(
                    at.at(), "a number is compared with the text \"" + written + "\", which is not a number");
        }
    }

    private static Typed truth(Typed text, Expr at) {
        String written = String.valueOf(text.constant());
        if (!written.equals("true") && !written.equals("false")) {
            throw new SyntaxError(at.at(), "true or false is compared with the text \"" + written + "\"");
        }
        return Typed.constant(ValueType.BOOLEAN, Boolean.valueOf(written));
    }

    private static void requireComparable(Sides sides, Expr.Relation relation) {
        if (!compatible(sides.left, sides.right)) {
            throw new SyntaxError(
                    relation.at(),
                    shown(sides.left) + " is never equal to " + shown(sides.right) + hint(sides.left, sides.right));
        }
    }

    private static String hint(Typed left, Typed right) {
        Class<?> enumeration =
                left.type().raw().isEnum() ? left.type().raw() : right.type().raw();
        Typed other = left.type().raw().isEnum() ? right : left;
        if (!enumeration.isEnum() || !(other.constant() instanceof String name)) {
            return "";
        }
        return ": write " + enumeration.getSimpleName() + "." + name.toUpperCase(java.util.Locale.ROOT);
    }

    private static String shown(Typed side) {
        if (side.isNull()) {
            return "null";
        }
        Object constant = side.constant();
        return constant instanceof String text
                ? "the text \"" + text + "\""
                : "a value of type " + side.type().shown();
    }

    static boolean compatible(Typed left, Typed right) {
        if (left.isNull() || right.isNull()) {
            Typed other = left.isNull() ? right : left;
            return !other.type().raw().isPrimitive();
        }
        return compatible(left.type().boxed(), right.type().boxed());
    }

    static boolean compatible(Class<?> left, Class<?> right) {
        boolean numbers = Number.class.isAssignableFrom(left) && Number.class.isAssignableFrom(right);
        if (numbers || left.isAssignableFrom(right) || right.isAssignableFrom(left)) {
            return true;
        }
        boolean leftOpen = left.isInterface() && !Modifier.isFinal(right.getModifiers());
        boolean rightOpen = right.isInterface() && !Modifier.isFinal(left.getModifiers());
        return leftOpen || rightOpen;
    }

    private static void requireOrder(Sides sides, Expr.Relation relation) {
        boolean ordered = hasOrder(sides.left.type()) && hasOrder(sides.right.type());
        if (!ordered || !compatible(sides.left, sides.right)) {
            throw new SyntaxError(
                    relation.at(),
                    shown(sides.left) + " cannot be compared with " + shown(sides.right) + " by \""
                            + relation.operator() + "\"");
        }
    }

    private static boolean hasOrder(ValueType type) {
        Class<?> boxed = type.boxed();
        return Comparable.class.isAssignableFrom(boxed) || boxed == Number.class || boxed == Object.class;
    }
}
