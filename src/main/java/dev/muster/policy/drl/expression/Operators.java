package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.value.WrongValueException;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code contains}, {@code memberOf}, {@code matches}, {@code str[…]} and {@code in}. */
final class Operators {
    private Operators() {}

    static Typed relation(Expr.Relation relation, Typed left, Typed right) {
        Test test = switch (relation.operator()) {
            case "contains" -> contains(relation, left, right);
            case "memberOf" -> contains(relation, right, left);
            case "matches" -> matches(relation, left, right);
            case "str" -> text(relation, left, right);
            default -> throw new SyntaxError(relation.at(), "\"" + relation.operator() + "\" is not an operator");
        };
        List<Code> guards = new ArrayList<>(left.guards());
        guards.addAll(right.guards());
        String name = (relation.negated() ? " not " : " ") + relation.operator() + relation.parameter() + " ";
        String key = "(" + left.key() + name + right.key() + ")";
        return Typed.bool(
                relation.negated() ? (self, scope) -> !test.test(self, scope) : test, key, List.copyOf(guards));
    }

    private static Test contains(Expr.Relation relation, Typed container, Typed value) {
        Class<?> type = container.type().raw();
        boolean holds = Collection.class.isAssignableFrom(type) || type == String.class || type == Object.class;
        if (!holds) {
            throw new SyntaxError(
                    relation.at(),
                    "\"" + relation.operator() + "\" needs a list or a text, not a value of type "
                            + container.type().shown()
                            + (Map.class.isAssignableFrom(type) ? ": use its keySet() or values()" : ""));
        }
        Class<?> element = container.type().element();
        if (element != null
                && !value.isNull()
                && !Comparisons.compatible(element, value.type().boxed())) {
            throw new SyntaxError(
                    relation.at(),
                    "a list of " + element.getSimpleName() + " never contains a value of type "
                            + value.type().shown());
        }
        Code l = container.code();
        Code r = value.code();
        return (self, scope) -> Values.contains(l.value(self, scope), r.value(self, scope));
    }

    private static Test matches(Expr.Relation relation, Typed left, Typed right) {
        requireText(relation, left);
        requireText(relation, right);
        Code l = left.code();
        if (right.constant() instanceof String regex) {
            Regex compiled = Regex.compile(relation.right().at(), regex);
            return (self, scope) -> compiled.matches((String) l.value(self, scope));
        }
        Code r = right.code();
        return (self, scope) -> Regex.matches((String) l.value(self, scope), (String) r.value(self, scope));
    }

    private static void requireText(Expr.Relation relation, Typed side) {
        if (!side.type().is(String.class) && !side.type().is(Object.class)) {
            throw new SyntaxError(
                    relation.at(),
                    "\"" + relation.operator() + "\" needs a text, not a value of type "
                            + side.type().shown());
        }
    }

    private static Test text(Expr.Relation relation, Typed left, Typed right) {
        String parameter = relation.parameter();
        List<String> known = List.of("startsWith", "endsWith", "length");
        if (parameter == null || !known.contains(parameter)) {
            String found = parameter == null ? "\"str\"" : "\"str[" + parameter + "]\"";
            throw new SyntaxError(
                    relation.at(),
                    found + " is not an operator: write str[startsWith], str[endsWith] or str[length]."
                            + (parameter == null ? "" : Nearest.hint(parameter, known)));
        }
        requireText(relation, left);
        Code l = left.code();
        Code r = right.code();
        if (parameter.equals("length")) {
            if (!right.type().isWhole()) {
                throw new SyntaxError(relation.at(), "\"str[length]\" needs a whole number on its right side");
            }
            return (self, scope) -> there(l.value(self, scope)).length() == number(r.value(self, scope));
        }
        requireText(relation, right);
        return parameter.equals("startsWith")
                ? (self, scope) -> there(l.value(self, scope)).startsWith(there(r.value(self, scope)))
                : (self, scope) -> there(l.value(self, scope)).endsWith(there(r.value(self, scope)));
    }

    private static String there(@Nullable Object value) {
        if (value == null) {
            throw new WrongValueException("the text is null");
        }
        return (String) value;
    }

    private static int number(@Nullable Object value) {
        if (value == null) {
            throw new WrongValueException("the length is null");
        }
        return ((Number) value).intValue();
    }

    static Typed in(Expr.In in, Typed left, List<Typed> options) {
        List<Typed> coerced = new ArrayList<>();
        StringBuilder key = new StringBuilder("(" + left.key() + (in.negated() ? " not in " : " in "));
        for (int i = 0; i < options.size(); i++) {
            Typed option = Comparisons.coerce(options.get(i), left, in.options().get(i));
            if (!Comparisons.compatible(left, option)) {
                throw new SyntaxError(
                        in.options().get(i).at(),
                        "a value of type " + left.type().shown() + " is never equal to one of type "
                                + option.type().shown());
            }
            coerced.add(option);
            key.append(option.key()).append(',');
        }
        Code l = left.code();
        Code[] codes = coerced.stream().map(Typed::code).toArray(Code[]::new);
        boolean expected = !in.negated();
        Test test = (self, scope) -> oneOf(l.value(self, scope), codes, self, scope) == expected;
        return Typed.bool(test, key.append(')').toString(), left.guards());
    }

    private static boolean oneOf(@Nullable Object value, Code[] options, @Nullable Object self, VariableScope scope) {
        for (Code option : options) {
            if (Values.sameOption(value, option.value(self, scope))) {
                return true;
            }
        }
        return false;
    }

    /** The type that both branches of a conditional have. */
    static ValueType common(ValueType one, ValueType other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.isNumber() && other.isNumber()) {
            return Arithmetics.wider(one, other);
        }
        return one.boxed() == other.boxed() ? ValueType.of(one.boxed()) : ValueType.ANYTHING;
    }
}
