package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.Global;
import dev.muster.policy.drl.Members;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.value.ListValue;
import dev.muster.policy.drl.value.Positions;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns expressions into code, or refuses them with a place. */
public final class ExpressionCompiler {
    private final NameResolution names;
    private final Vocabulary vocabulary;
    private final Calls calls;

    public ExpressionCompiler(NameResolution names) {
        this.names = names;
        this.vocabulary = names.vocabulary();
        this.calls = new Calls(vocabulary);
    }

    public Typed compile(Expr expression) {
        return switch (expression) {
            case Expr.Literal literal -> literal(literal);
            case Expr.Enclosed enclosed -> compile(enclosed.inner());
            case Expr.This self -> self(self.at());
            case Expr.Name name -> name(name);
            case Expr.Member member -> member(member);
            case Expr.Call call -> call(call);
            case Expr.New made -> construction(made);
            case Expr.Index index -> index(index);
            case Expr.ListOf list -> list(list);
            case Expr.Unary unary -> Arithmetics.unary(unary, compile(unary.operand()));
            case Expr.Arithmetic sum -> Arithmetics.binary(sum, compile(sum.left()), compile(sum.right()));
            case Expr.Logical logical -> logical(logical);
            case Expr.Relation relation -> relation(relation);
            case Expr.In in -> Operators.in(in, compile(in.left()), all(in.options()));
            case Expr.Conditional conditional -> conditional(conditional);
            case Expr.Bind bind ->
                throw new SyntaxError(
                        bind.at(), "\"" + bind.name() + "\" cannot be bound here: bind it in a constraint of its own");
        };
    }

    /** An expression that must be true or false. */
    public Typed condition(Expr expression) {
        Typed typed = compile(expression);
        if (!typed.type().isBoolean()) {
            throw new SyntaxError(
                    expression.at(),
                    "this must be true or false, but it is "
                            + (typed.isNull()
                                    ? "null"
                                    : "a value of type " + typed.type().shown())
                            + ": compare it with something");
        }
        return typed;
    }

    /** An expression whose value goes somewhere that has a type. */
    public Code converted(Expr expression, ValueType wanted, String where) {
        Typed typed = compile(expression);
        if (!Conversions.accepts(wanted, typed)) {
            throw new SyntaxError(
                    expression.at(),
                    where + " is " + wanted.shown() + ", but this is "
                            + (typed.isNull() ? "null" : typed.type().shown()));
        }
        return Conversions.convert(typed, wanted);
    }

    private List<Typed> all(List<Expr> expressions) {
        List<Typed> typed = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            typed.add(compile(expression));
        }
        return typed;
    }

    private static Typed literal(Expr.Literal literal) {
        return switch (literal.value()) {
            case null -> Typed.constant(ValueType.ANYTHING, null);
            case Integer i -> Typed.constant(ValueType.of(int.class), i);
            case Long l -> Typed.constant(ValueType.of(long.class), l);
            case Double d -> Typed.constant(ValueType.of(double.class), d);
            case Boolean b -> Typed.constant(ValueType.BOOLEAN, b);
            default -> Typed.constant(ValueType.TEXT, literal.value());
        };
    }

    private Typed self(int at) {
        ValueType self = names.self();
        if (self == null) {
            throw new SyntaxError(at, "\"this\" means nothing here: name the fact and use its name");
        }
        names.reads(null);
        return new Typed(self, (fact, scope) -> fact, new Typed.Self(), "this");
    }

    private @Nullable Typed selfOrNull() {
        ValueType self = names.self();
        return self == null ? null : new Typed(self, (fact, scope) -> fact, new Typed.Self(), "this");
    }

    private Typed name(Expr.Name name) {
        Typed found = named(name.name());
        if (found != null) {
            return found;
        }
        if (type(name.name()) != null) {
            throw new SyntaxError(name.at(), "\"" + name.name() + "\" is a type, not a value");
        }
        throw new SyntaxError(name.at(), unknownName(name.name()));
    }

    private @Nullable Typed named(String name) {
        Typed self = selfOrNull();
        if (self != null) {
            Property property = vocabulary.members(self.type().raw()).property(name);
            if (property != null) {
                names.reads(name);
                return calls.read(property, self, false);
            }
            if (calls.isBareMethod(self, name)) {
                names.reads(null);
                return calls.method(new Expr.Call(0, null, name, List.of(), false), self, List.of());
            }
        }
        Typed variable = names.variable(name);
        if (variable != null) {
            return variable;
        }
        Global global = vocabulary.global(name);
        return global == null
                ? null
                : new Typed(global.type(), (fact, scope) -> global.value(), Typed.OTHER, "global:" + name);
    }

    private String unknownName(String name) {
        ValueType self = names.self();
        Set<String> known = new LinkedHashSet<>(names.variables());
        vocabulary.globals().forEach(global -> known.add(global.name()));
        if (name.equals("drools") || name.equals("kcontext")) {
            return "\"" + name + "\" stands only in drools.halt(); and drools.setFocus( \"group\" ); in a consequence";
        }
        if (self == null || name.startsWith("$")) {
            return "nothing is named \"" + name + "\"."
                    + (name.length() > 3 ? Nearest.hint(name, known) : names(known));
        }
        Members members = vocabulary.members(self.raw());
        List<String> properties = members.propertyNames();
        String hint = Nearest.to(name, properties) == null && Nearest.to(name, known) != null
                ? Nearest.hint(name, known)
                : Nearest.hint(name, properties);
        return shown(self) + " has no property \"" + name + "\"." + hint;
    }

    /** Short names are all near each other, so a guess would be no help. */
    private static String names(Set<String> known) {
        return known.isEmpty() || known.size() > 20
                ? ""
                : " There are: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    private String shown(ValueType type) {
        VocabularyType known = vocabulary.type(type.raw());
        return known == null ? type.shown() : known.name();
    }

    private @Nullable VocabularyType type(String name) {
        return vocabulary.type(name);
    }

    /** The words of {@code a.b.c}, or null if it is not only words. */
    private static @Nullable String path(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name.name();
            case Expr.Member member
            when !member.nullSafe() -> {
                String before = path(member.target());
                yield before == null ? null : before + "." + member.name();
            }
            default -> null;
        };
    }

    /** The type that an expression names, unless its first word is a value. */
    private @Nullable VocabularyType typeNamed(Expr expression) {
        String path = path(expression);
        if (path == null) {
            return null;
        }
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        return named(first) == null ? type(path) : null;
    }

    private Typed member(Expr.Member member) {
        VocabularyType type = typeNamed(member.target());
        if (type != null) {
            return constant(type, member);
        }
        Typed target = target(member.target(), member.name());
        Members members = vocabulary.members(target.type().raw());
        Property property = members.property(member.name());
        if (property == null && calls.isBareMethod(target, member.name())) {
            return compile(new Expr.Call(member.at(), member.target(), member.name(), List.of(), member.nullSafe()));
        }
        if (property == null) {
            String kind = target.type().is(Object.class)
                    ? "nothing is known about this value, so it has no property \"" + member.name() + "\"."
                    : shown(target.type()) + " has no property \"" + member.name() + "\"."
                            + Nearest.hint(member.name(), members.propertyNames());
            throw new SyntaxError(member.at(), kind);
        }
        noteSelf(target, property.name());
        return calls.read(property, target, member.nullSafe());
    }

    private Typed target(Expr target, String member) {
        if (target instanceof Expr.This) {
            Typed self = selfOrNull();
            return self == null ? self(target.at()) : self;
        }
        if (target instanceof Expr.Name name
                && named(name.name()) == null
                && !name.name().startsWith("$")) {
            throw new SyntaxError(name.at(), unknownTarget(name.name(), member));
        }
        return compile(target);
    }

    private String unknownTarget(String name, String member) {
        if (Character.isUpperCase(name.charAt(0)) || name.equals("java") || name.equals("javax")) {
            List<String> known =
                    vocabulary.types().stream().map(VocabularyType::name).toList();
            String nearest = Nearest.to(name, known);
            return "\"" + name + "\" cannot be reached from a rule"
                    + (nearest == null
                            ? ": rules use only the words of the vocabulary"
                            : ". Did you mean \"" + nearest + "\"?");
        }
        return unknownName(name);
    }

    private void noteSelf(Typed target, String property) {
        if (target.shape() instanceof Typed.Self) {
            names.reads(property);
        }
    }

    private Typed constant(VocabularyType type, Expr.Member member) {
        Object value = type.constants().get(member.name());
        if (value == null) {
            String what = member.name().equals("class")
                    ? "a rule cannot reach the class of a value"
                    : type.name() + " has no constant \"" + member.name() + "\"."
                            + Nearest.hint(member.name(), type.constants().keySet());
            throw new SyntaxError(member.at(), what);
        }
        return Typed.constant(ValueType.of(type.javaType()), value);
    }

    private Typed call(Expr.Call call) {
        Expr target = call.target();
        if (target == null) {
            return ownCall(call);
        }
        VocabularyType type = typeNamed(target);
        if (type != null) {
            String full = type.name() + "." + call.name();
            boolean known =
                    vocabulary.functions().stream().anyMatch(f -> f.name().equals(full));
            if (!known) {
                throw new SyntaxError(
                        call.at(), "\"" + full + "\" cannot be called: rules call methods of facts, and functions");
            }
            return calls.function(new Expr.Call(call.at(), null, full, call.arguments(), false), all(call.arguments()));
        }
        Typed on = target(target, call.name());
        if (on.shape() instanceof Typed.Self) {
            Property property = Calls.property(vocabulary.members(on.type().raw()), call.name());
            names.reads(property == null ? null : property.name());
        }
        return calls.method(call, on, all(call.arguments()));
    }

    /** {@code name(…)} without a target: a method of the fact, else a function. */
    private Typed ownCall(Expr.Call call) {
        Typed self = selfOrNull();
        if (self != null) {
            Members members = vocabulary.members(self.type().raw());
            Property property = call.arguments().isEmpty() ? Calls.property(members, call.name()) : null;
            boolean method = !members.methods(call.name()).isEmpty();
            if (property != null || method) {
                names.reads(property == null ? null : property.name());
                return calls.method(call, self, all(call.arguments()));
            }
            boolean function =
                    vocabulary.functions().stream().anyMatch(f -> f.name().equals(call.name()));
            if (!function) {
                Set<String> known = new LinkedHashSet<>(members.methodNames());
                vocabulary.functions().forEach(f -> known.add(f.name()));
                throw new SyntaxError(
                        call.at(),
                        shown(self.type()) + " has no method \"" + call.name() + "\"."
                                + Nearest.hint(call.name(), known));
            }
        }
        return calls.function(call, all(call.arguments()));
    }

    private Typed construction(Expr.New made) {
        VocabularyType type = type(made.type());
        if (type == null) {
            List<String> known = vocabulary.types().stream()
                    .filter(candidate -> !candidate.constructors().isEmpty())
                    .map(VocabularyType::name)
                    .toList();
            throw new SyntaxError(
                    made.at(), "there is no type \"" + made.type() + "\"." + Nearest.hint(made.type(), known));
        }
        return calls.construction(made, type, all(made.arguments()));
    }

    private Typed index(Expr.Index index) {
        Typed target = compile(index.target());
        Typed at = compile(index.index());
        Class<?> raw = target.type().raw();
        Code from = target.code();
        Code position = at.code();
        String key = target.key() + "[" + at.key() + "]";
        Typed.Shape shape = target.shape() instanceof Typed.OwnProperty own ? own : Typed.OTHER;
        if (Map.class.isAssignableFrom(raw)) {
            Code code = (self, scope) ->
                    ((Map<?, ?>) Calls.there(from.value(self, scope), "[…]")).get(position.value(self, scope));
            return new Typed(target.type().elementType(), code, shape, key, target.guards());
        }
        if (List.class.isAssignableFrom(raw) && at.type().isWhole()) {
            Code code = (self, scope) -> Positions.at(
                    (List<?>) Calls.there(from.value(self, scope), "[…]"),
                    ((Number) Calls.there(position.value(self, scope), "[…]")).intValue());
            return new Typed(target.type().elementType(), code, shape, key, target.guards());
        }
        throw new SyntaxError(
                index.at(),
                "\"[…]\" needs a map, or a list and a whole number, not "
                        + target.type().shown() + " and " + at.type().shown());
    }

    private Typed list(Expr.ListOf list) {
        List<Typed> items = all(list.items());
        Code[] codes = items.stream().map(Typed::guardedCode).toArray(Code[]::new);
        Class<?> element = items.isEmpty() ? null : items.getFirst().type().boxed();
        for (Typed item : items) {
            element = item.type().boxed() == element ? element : Object.class;
        }
        Code code = (self, scope) -> {
            @Nullable Object[] values = new @Nullable Object[codes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = codes[i].value(self, scope);
            }
            return ListValue.of(values);
        };
        String key = items.stream().map(Typed::key).toList().toString();
        return new Typed(new ValueType(List.class, element), code, Typed.OTHER, key);
    }

    private Typed logical(Expr.Logical logical) {
        Typed left = condition(logical.left());
        Typed right = condition(logical.right());
        Test l = left.test();
        Test r = right.test();
        String key = "(" + left.key() + (logical.and() ? "&&" : "||") + right.key() + ")";
        Test test = logical.and()
                ? (self, scope) -> l.test(self, scope) && r.test(self, scope)
                : (self, scope) -> l.test(self, scope) || r.test(self, scope);
        return Typed.bool(test, key, List.of());
    }

    private Typed relation(Expr.Relation relation) {
        Typed left = compile(relation.left());
        Typed right = compile(relation.right());
        return switch (relation.operator()) {
            case "==", "!=" -> Comparisons.equality(relation, left, right);
            case "<", "<=", ">", ">=" -> Comparisons.order(relation, left, right);
            default -> Operators.relation(relation, left, right);
        };
    }

    private Typed conditional(Expr.Conditional conditional) {
        Typed condition = condition(conditional.test());
        Test test = condition.test();
        Typed yes = compile(conditional.yes());
        Typed no = compile(conditional.no());
        ValueType type = yes.isNull() ? no.type() : no.isNull() ? yes.type() : Operators.common(yes.type(), no.type());
        boolean number = type.isNumber();
        Code y = number ? Conversions.convert(yes, type) : yes.guardedCode();
        Code n = number ? Conversions.convert(no, type) : no.guardedCode();
        Code code = (self, scope) -> test.test(self, scope) ? y.value(self, scope) : n.value(self, scope);
        ValueType boxed = yes.isNull() || no.isNull() ? ValueType.of(type.boxed()) : type;
        String key = "(" + condition.key() + "?" + yes.key() + ":" + no.key() + ")";
        return new Typed(boxed, code, Typed.OTHER, key);
    }
}
