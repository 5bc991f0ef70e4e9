package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.value.Texts;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} as Java does them: whole numbers stay whole, and a text takes anything behind it. */
final class Arithmetics {
    private Arithmetics() {}

    static Typed binary(Expr.Arithmetic expression, Typed left, Typed right) {
        List<Code> guards = new ArrayList<>(left.guards());
        guards.addAll(right.guards());
        String key = "(" + left.key() + expression.operator() + right.key() + ")";
        boolean text = left.type().is(String.class) || right.type().is(String.class);
        if (expression.operator().equals("+") && text) {
            return new Typed(ValueType.TEXT, joined(left.code(), right.code()), Typed.OTHER, key, List.copyOf(guards));
        }
        if (!left.type().isNumber() || !right.type().isNumber()) {
            throw new SyntaxError(
                    expression.at(),
                    "\"" + expression.operator() + "\" needs numbers, not "
                            + left.type().shown() + " and " + right.type().shown());
        }
        ValueType type = wider(left.type(), right.type());
        Code code = code(expression.operator(), type, left.code(), right.code());
        return new Typed(type, code, Typed.OTHER, key, List.copyOf(guards));
    }

    private static Code joined(Code left, Code right) {
        return (self, scope) -> Texts.joined(left.value(self, scope), right.value(self, scope));
    }

    static ValueType wider(ValueType one, ValueType other) {
        if (!one.isWhole() || !other.isWhole()) {
            return ValueType.of(double.class);
        }
        boolean large = one.boxed() == Long.class || other.boxed() == Long.class;
        return ValueType.of(large ? long.class : int.class);
    }

    private static Code code(String operator, ValueType type, Code left, Code right) {
        if (type.is(int.class)) {
            return (self, scope) -> ints(operator, number(left.value(self, scope)), number(right.value(self, scope)));
        }
        if (type.is(long.class)) {
            return (self, scope) -> longs(operator, number(left.value(self, scope)), number(right.value(self, scope)));
        }
        return (self, scope) -> doubles(operator, number(left.value(self, scope)), number(right.value(self, scope)));
    }

    private static Number number(@Nullable Object value) {
        if (value == null) {
            throw new WrongValueException("null is not a number to calculate with");
        }
        return (Number) value;
    }

    private static Object ints(String operator, Number l, Number r) {
        int a = l.intValue();
        int b = r.intValue();
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
    }

    private static Object longs(String operator, Number l, Number r) {
        long a = l.longValue();
        long b = r.longValue();
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
    }

    private static Object doubles(String operator, Number l, Number r) {
        double a = l.doubleValue();
        double b = r.doubleValue();
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
    }

    static Typed unary(Expr.Unary expression, Typed operand) {
        if (expression.operator().equals("!")) {
            if (!operand.type().isBoolean()) {
                throw new SyntaxError(
                        expression.at(),
                        "\"!\" needs true or false, not " + operand.type().shown());
            }
            Test test = operand.test();
            return Typed.bool((self, scope) -> !test.test(self, scope), "!" + operand.key(), List.of());
        }
        if (!operand.type().isNumber()) {
            throw new SyntaxError(
                    expression.at(),
                    "\"" + expression.operator() + "\" needs a number, not "
                            + operand.type().shown());
        }
        if (expression.operator().equals("+")) {
            return operand;
        }
        return negative(operand);
    }

    private static Typed negative(Typed operand) {
        ValueType type = wider(operand.type(), ValueType.of(int.class));
        if (operand.constant() instanceof Number constant) {
            return Typed.constant(type, negated(constant));
        }
        Code code = operand.code();
        Code negated = (self, scope) -> negated(number(code.value(self, scope)));
        return new Typed(type, negated, Typed.OTHER, "-" + operand.key(), operand.guards());
    }

    private static Number negated(Number number) {
        return switch (number) {
            case Integer i -> -i;
            case Long l -> -l;
            default -> -number.doubleValue();
        };
    }
}
