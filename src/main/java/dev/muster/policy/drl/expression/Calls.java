package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.Arguments;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Members;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.value.WrongValueException;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the method, constructor or function that a call means, and makes the call. */
final class Calls {
    private final Vocabulary vocabulary;

    Calls(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A property by its name, or by {@code name()}, {@code getName()} or {@code isName()}. */
    static @Nullable Property property(Members members, String called) {
        Property plain = members.property(called);
        if (plain != null) {
            return plain;
        }
        for (String prefix : List.of("get", "is")) {
            if (called.startsWith(prefix) && called.length() > prefix.length()) {
                Property property = members.property(decapitalised(called.substring(prefix.length())));
                if (property != null) {
                    return property;
                }
            }
        }
        return null;
    }

    static String decapitalised(String name) {
        boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return abbreviation ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    Typed read(Property property, Typed target, boolean nullSafe) {
        Code from = target.code();
        var getter = property.getter();
        Code code = target.shape() instanceof Typed.Self
                ? (self, scope) -> getter.apply(there(self, property.name()))
                : (self, scope) -> getter.apply(there(from.value(self, scope), property.name()));
        Typed.Shape shape = switch (target.shape()) {
            case Typed.Self self -> new Typed.OwnProperty(property.name());
            case Typed.OwnProperty own -> own;
            default -> Typed.OTHER;
        };
        String key = target.key() + "." + property.name();
        return new Typed(property.type(), code, shape, key, guards(target, nullSafe));
    }

    static Object there(@Nullable Object target, String member) {
        if (target == null) {
            throw new WrongValueException("\"" + member + "\" is asked of null");
        }
        return target;
    }

    private static List<Code> guards(Typed target, boolean nullSafe) {
        if (!nullSafe) {
            return target.guards();
        }
        List<Code> guards = new ArrayList<>(target.guards());
        guards.add(target.code());
        return List.copyOf(guards);
    }

    /** Whether a method without arguments has that name: a condition may leave its parentheses out, as in {@code size > 2}. */
    boolean isBareMethod(Typed target, String name) {
        return vocabulary.members(target.type().raw()).methods(name).stream()
                .anyMatch(method -> method.parameters().isEmpty());
    }

    Typed method(Expr.Call call, Typed target, List<Typed> arguments) {
        Members members = vocabulary.members(target.type().raw());
        if (arguments.isEmpty()) {
            Property property = property(members, call.name());
            if (property != null && members.methods(call.name()).isEmpty()) {
                return read(property, target, call.nullSafe());
            }
        }
        List<Callable> candidates = members.methods(call.name());
        if (candidates.isEmpty()) {
            throw new SyntaxError(call.at(), unknownMethod(call, target, members));
        }
        Callable method = fitting(candidates, arguments, call.at());
        ValueType type = method.returns().is(Object.class) ? elementOf(target, method) : method.returns();
        Typed made = invocation(method, type, target, arguments);
        Typed.Shape shape = target.shape() instanceof Typed.OwnProperty own ? own : Typed.OTHER;
        return new Typed(made.type(), made.code(), shape, made.key(), guards(target, call.nullSafe()))
                .withGuards(made.guards());
    }

    /** What {@code get} gives, where the collection says what it holds. */
    private static ValueType elementOf(Typed target, Callable method) {
        return method.name().equals("get") ? target.type().elementType() : method.returns();
    }

    private String unknownMethod(Expr.Call call, Typed target, Members members) {
        String type = vocabulary.type(target.type().raw()) == null
                ? target.type().shown()
                : java.util.Objects.requireNonNull(vocabulary.type(target.type().raw()))
                        .name();
        if (call.name().equals("getClass") || call.name().equals("class")) {
            return "a rule cannot reach the class of a value";
        }
        Set<String> known = new LinkedHashSet<>(members.methodNames());
        known.addAll(members.propertyNames());
        return type + " has no method \"" + call.name() + "\"." + Nearest.hint(call.name(), known);
    }

    Typed function(Expr.Call call, List<Typed> arguments) {
        List<Callable> candidates = vocabulary.functions().stream()
                .filter(function -> function.name().equals(call.name()))
                .toList();
        if (candidates.isEmpty()) {
            List<String> known = vocabulary.functions().stream()
                    .map(Callable::name)
                    .distinct()
                    .toList();
            throw new SyntaxError(
                    call.at(), "there is no function \"" + call.name() + "\"." + Nearest.hint(call.name(), known));
        }
        Callable function = fitting(candidates, arguments, call.at());
        return invocation(function, function.returns(), null, arguments);
    }

    Typed construction(Expr.New made, VocabularyType type, List<Typed> arguments) {
        if (type.constructors().isEmpty()) {
            throw new SyntaxError(made.at(), "a rule cannot make a " + type.name() + whatCanBeMade());
        }
        Callable constructor = fitting(type.constructors(), arguments, made.at());
        return invocation(constructor, ValueType.of(type.javaType()), null, arguments);
    }

    private String whatCanBeMade() {
        Collection<String> names = vocabulary.types().stream()
                .filter(type -> !type.constructors().isEmpty())
                .map(VocabularyType::name)
                .toList();
        return names.isEmpty() ? "" : "; it can make: " + String.join(", ", names);
    }

    private static Callable fitting(List<Callable> candidates, List<Typed> arguments, int at) {
        for (Callable candidate : candidates) {
            if (Conversions.accepts(candidate.parameters(), arguments)) {
                return candidate;
            }
        }
        String given = arguments.stream()
                .map(argument -> argument.isNull() ? "null" : argument.type().shown())
                .collect(Collectors.joining(", ", "(", ")"));
        String signatures = candidates.stream().map(Callable::signature).collect(Collectors.joining(" or "));
        throw new SyntaxError(
                at, "\"" + candidates.getFirst().name() + "\" does not take " + given + ": write " + signatures);
    }

    private static Typed invocation(Callable callable, ValueType type, @Nullable Typed target, List<Typed> arguments) {
        Code[] codes = new Code[arguments.size()];
        List<Code> guards = new ArrayList<>();
        StringBuilder key = new StringBuilder(target == null ? "" : target.key() + ".").append(callable.name());
        key.append('(');
        for (int i = 0; i < codes.length; i++) {
            Parameter parameter = callable.parameters().get(i);
            codes[i] = Conversions.convert(arguments.get(i), parameter.type());
            guards.addAll(arguments.get(i).guards());
            key.append(arguments.get(i).key()).append(',');
        }
        Callable.Body body = callable.body();
        Code code = target == null
                ? (self, scope) -> body.call(null, evaluated(codes, self, scope))
                : onTarget(target.code(), callable.name(), body, codes, arguments);
        return new Typed(type, code, Typed.OTHER, key.append(')').toString(), List.copyOf(guards));
    }

    private static Code onTarget(Code target, String name, Callable.Body body, Code[] codes, List<Typed> arguments) {
        if (arguments.stream().allMatch(Typed::isConstant)) {
            Arguments constants = evaluated(codes, null, VariableScope.NONE);
            return (self, scope) -> body.call(there(target.value(self, scope), name), constants);
        }
        return (self, scope) -> body.call(there(target.value(self, scope), name), evaluated(codes, self, scope));
    }

    private static Arguments evaluated(Code[] codes, @Nullable Object self, VariableScope scope) {
        @Nullable Object[] values = new @Nullable Object[codes.length];
        for (int i = 0; i < codes.length; i++) {
            values[i] = codes[i].value(self, scope);
        }
        return new Arguments(values);
    }
}
