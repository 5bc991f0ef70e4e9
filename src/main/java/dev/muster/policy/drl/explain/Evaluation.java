package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.Arguments;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Value.Absent;
import dev.muster.policy.drl.explain.Value.Known;
import dev.muster.policy.drl.explain.Value.Open;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.value.Texts;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of an expression, as far as it can be told while facts are missing. */
final class Evaluation {
    private final Vocabulary vocabulary;

    Evaluation(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The value.
     *
     * @param self the fact whose pattern it stands in; null outside of patterns
     */
    Value of(Expr expression, @Nullable Value self, State state) {
        return switch (expression) {
            case Expr.Literal literal -> new Known(literal.value());
            case Expr.Enclosed enclosed -> of(enclosed.inner(), self, state);
            case Expr.This _ -> self == null ? Value.UNKNOWN : self;
            case Expr.Name name -> name(name.name(), self, state);
            case Expr.Member member -> member(member, self, state);
            case Expr.Call call -> call(call, self, state);
            case Expr.Arithmetic sum -> joined(sum, self, state);
            case Expr.ListOf list -> list(list, self, state);
            default -> Value.UNKNOWN;
        };
    }

    private Value name(String name, @Nullable Value self, State state) {
        Value bound = state.names().get(name);
        if (bound != null) {
            return bound;
        }
        return self == null ? Value.UNKNOWN : property(self, name, state);
    }

    private Value member(Expr.Member member, @Nullable Value self, State state) {
        if (member.target() instanceof Expr.Name name && !state.names().containsKey(name.name())) {
            VocabularyType type = vocabulary.type(name.name());
            Object constant = type == null ? null : type.constants().get(member.name());
            if (constant != null) {
                return new Known(constant);
            }
        }
        return property(of(member.target(), self, state), member.name(), state);
    }

    private Value property(Value fact, String name, State state) {
        return switch (fact) {
            case Known(Object object)
            when object != null -> {
                Property property = vocabulary.members(object.getClass()).property(name);
                yield property == null
                        ? Value.UNKNOWN
                        : new Known(property.getter().apply(object));
            }
            case Absent(int unmet) -> open(unmet, name, state);
            default -> Value.UNKNOWN;
        };
    }

    /** What is asked of a fact that is not there is as good as known. */
    private static Value open(int unmet, String property, State state) {
        for (Demand demand : ((Unmet.Lacking) state.unmet().get(unmet)).fact().of(property)) {
            if (demand.isEquality()) {
                return new Known(demand.values().getFirst());
            }
        }
        return new Open(unmet, property, false);
    }

    private Value call(Expr.Call call, @Nullable Value self, State state) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (!(of(argument, self, state) instanceof Known(Object value))) {
                return Value.UNKNOWN;
            }
            arguments.add(value);
        }
        Value target = call.target() == null ? self : of(call.target(), self, state);
        return switch (target) {
            case Known(Object object)
            when object != null ->
                called(vocabulary.members(object.getClass()).methods(call.name()), object, arguments);
            case Absent(int unmet)
            when arguments.size() == 1 -> open(unmet, call.name() + "(\"" + arguments.getFirst() + "\")", state);
            case null -> called(functions(call.name()), null, arguments);
            default -> Value.UNKNOWN;
        };
    }

    private List<Callable> functions(String name) {
        return vocabulary.functions().stream()
                .filter(function -> function.name().equals(name))
                .toList();
    }

    private static Value called(List<Callable> callables, @Nullable Object target, List<@Nullable Object> arguments) {
        for (Callable callable : callables) {
            if (fits(callable, arguments)) {
                return result(callable, target, arguments);
            }
        }
        return Value.UNKNOWN;
    }

    /** A rule may guard a call with what the search has not looked at; the session itself would fail with a place. */
    private static Value result(Callable callable, @Nullable Object target, List<@Nullable Object> arguments) {
        try {
            return new Known(callable.body().call(target, new Arguments(arguments.toArray())));
        } catch (IllegalArgumentException | WrongValueException e) {
            return Value.UNKNOWN;
        }
    }

    private static boolean fits(Callable callable, List<@Nullable Object> arguments) {
        if (callable.parameters().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (argument == null || !callable.parameters().get(i).type().boxed().isInstance(argument)) {
                return false;
            }
        }
        return true;
    }

    private Value joined(Expr.Arithmetic sum, @Nullable Value self, State state) {
        Value left = of(sum.left(), self, state);
        Value right = of(sum.right(), self, state);
        boolean texts = sum.operator().equals("+")
                && left instanceof Known(Object l)
                && right instanceof Known(Object r)
                && (l instanceof String || r instanceof String);
        return texts ? new Known(Texts.joined(shown(left), shown(right))) : Value.UNKNOWN;
    }

    private static String shown(Value value) {
        return value instanceof Known(Object known) ? Texts.of(known) : "";
    }

    private Value list(Expr.ListOf list, @Nullable Value self, State state) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expr item : list.items()) {
            if (!(of(item, self, state) instanceof Known(Object value))) {
                return Value.UNKNOWN;
            }
            values.add(value);
        }
        return new Known(values);
    }
}
