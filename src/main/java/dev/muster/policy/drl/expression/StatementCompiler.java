package dev.muster.policy.drl.expression;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.Statement;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the statements of a consequence into actions, or refuses them with a place. */
public final class StatementCompiler {
    private static final Map<String, ValueType> PRIMITIVES = Map.of(
            "int", ValueType.of(int.class),
            "long", ValueType.of(long.class),
            "double", ValueType.of(double.class),
            "boolean", ValueType.of(boolean.class));
    private static final int TICKS_OF_A_STATEMENT = 4;
    private static final List<String> VERBS =
            List.of("insert", "insertLogical", "modify", "update", "delete", "retract");

    private final LocalVariables names;
    private final Vocabulary vocabulary;
    private final ExpressionCompiler expressions;
    private final SyntaxFaults faults;
    /** What is set on a variable by setters of its own: {@code update} then reports only that. */
    private final Map<String, Set<String>> changed = new HashMap<>();

    public StatementCompiler(LocalVariables names, SyntaxFaults faults) {
        this.names = names;
        this.vocabulary = names.vocabulary();
        this.expressions = new ExpressionCompiler(names);
        this.faults = faults;
    }

    public Action compile(List<Statement> statements) {
        List<Action> actions = new ArrayList<>();
        for (Statement statement : statements) {
            try {
                Allowance.current().tick(TICKS_OF_A_STATEMENT);
                actions.add(compile(statement));
            } catch (SyntaxError error) {
                faults.add(error);
                nameAnyway(statement);
            } catch (OverLimitException e) {
                throw faults.stopped(statement.at(), e);
            }
        }
        return sequence(actions);
    }

    /** A variable whose value is refused still exists, or every use of it would be a fault too. */
    private void nameAnyway(Statement statement) {
        if (statement instanceof Statement.Local local && !names.isKnown(local.name())) {
            names.poison(local.name());
        }
    }

    private static Action sequence(List<Action> actions) {
        Action[] all = actions.toArray(Action[]::new);
        return frame -> {
            for (Action action : all) {
                action.run(frame);
            }
        };
    }

    private Action compile(Statement statement) {
        Action action = switch (statement) {
            case Statement.Local local -> local(local);
            case Statement.Assign assign -> assign(assign);
            case Statement.If choice -> choice(choice);
            case Statement.ForEach loop -> loop(loop);
            case Statement.For loop -> counting(loop);
            case Statement.Block block -> block(block.statements());
            case Statement.Run run -> run(run);
            case Statement.Modify modify -> modify(modify);
        };
        int at = statement.at();
        return frame -> {
            frame.at(at);
            action.run(frame);
        };
    }

    private Action block(List<Statement> statements) {
        names.open();
        Action all = compile(statements);
        names.close();
        return all;
    }

    private Action local(Statement.Local local) {
        if (names.isKnown(local.name())) {
            throw new SyntaxError(local.at(), "the name \"" + local.name() + "\" is taken: choose another");
        }
        Code value;
        ValueType type;
        if (local.type().equals("var")) {
            Typed typed = expressions.compile(local.value());
            value = typed.guardedCode();
            type = typed.type();
        } else {
            type = type(local.type(), local.at());
            value = expressions.converted(local.value(), type, "\"" + local.name() + "\"");
            type = withElement(type, local.value());
        }
        int slot = names.declare(local.name(), type);
        return frame -> frame.set(slot, value.value(null, frame));
    }

    private ValueType withElement(ValueType declared, Expr value) {
        ValueType found = expressions.compile(value).type();
        return declared.isCollection() ? new ValueType(declared.raw(), found.element()) : declared;
    }

    private ValueType type(String name, int at) {
        ValueType primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        VocabularyType type = vocabulary.type(name);
        if (type == null) {
            List<String> known =
                    vocabulary.types().stream().map(VocabularyType::name).toList();
            throw new SyntaxError(at, "there is no type \"" + name + "\"." + Nearest.hint(name, known));
        }
        return ValueType.of(type.javaType());
    }

    private Action assign(Statement.Assign assign) {
        if (assign.target() instanceof Expr.Member member) {
            return set(member.at(), member.target(), member.name(), assign.value());
        }
        if (!(assign.target() instanceof Expr.Name name)) {
            throw new SyntaxError(assign.at(), "only variables can be assigned to");
        }
        LocalVariables.Local local = names.local(name.name());
        if (local == null) {
            String what = names.isKnown(name.name())
                    ? "\"" + name.name() + "\" is bound by a condition and stays as it is: use a variable of its own"
                    : "nothing is named \"" + name.name() + "\"." + Nearest.hint(name.name(), names.variables());
            throw new SyntaxError(name.at(), what);
        }
        Expr value = assign.operator() == null
                ? assign.value()
                : new Expr.Arithmetic(assign.at(), assign.operator(), name, assign.value());
        Code code = expressions.converted(value, local.type(), "\"" + name.name() + "\"");
        int slot = local.slot();
        return frame -> frame.set(slot, code.value(null, frame));
    }

    private Action choice(Statement.If choice) {
        Test test = expressions.condition(choice.test()).test();
        Action yes = block(List.of(choice.yes()));
        Statement otherwise = choice.no();
        Action no = otherwise == null ? frame -> {} : block(List.of(otherwise));
        return frame -> {
            if (test.test(null, frame)) {
                yes.run(frame);
            } else {
                no.run(frame);
            }
        };
    }

    private Action loop(Statement.ForEach loop) {
        Typed values = expressions.compile(loop.values());
        if (!values.type().isCollection()) {
            throw new SyntaxError(
                    loop.values().at(),
                    "\"for\" needs a list, not a value of type " + values.type().shown());
        }
        ValueType type = loop.type().equals("var") ? values.type().elementType() : type(loop.type(), loop.at());
        Class<?> element = values.type().element();
        if (element != null && !type.boxed().isAssignableFrom(element)) {
            throw new SyntaxError(loop.at(), "the list holds " + element.getSimpleName() + ", not " + type.shown());
        }
        names.open();
        int slot = names.declare(loop.name(), type);
        Action body = compile(loop.body());
        names.close();
        Code code = values.guardedCode();
        return frame -> {
            for (Object value : (Collection<?>) Calls.there(code.value(null, frame), "for")) {
                frame.loops();
                frame.set(slot, value);
                body.run(frame);
            }
        };
    }

    private Action counting(Statement.For loop) {
        names.open();
        Action first = compile(loop.first());
        Expr written = loop.test();
        Test test = written == null
                ? (self, scope) -> true
                : expressions.condition(written).test();
        Action body = block(List.of(loop.body()));
        Action after = compile(loop.after());
        names.close();
        return frame -> {
            for (first.run(frame); test.test(null, frame); after.run(frame)) {
                frame.loops();
                body.run(frame);
            }
        };
    }

    private Action run(Statement.Run run) {
        if (!(run.expression() instanceof Expr.Call call)) {
            throw new SyntaxError(run.at(), "this is not a statement");
        }
        boolean drools = call.target() instanceof Expr.Name name && name.name().equals("drools");
        if (call.target() == null || drools) {
            Action effect = effect(call, drools);
            if (effect != null) {
                return effect;
            }
        }
        if (call.target() != null && call.arguments().size() == 1 && call.name().startsWith("set")) {
            Action set = setter(call);
            if (set != null) {
                return set;
            }
        }
        Code code = expressions.compile(call).guardedCode();
        return frame -> code.value(null, frame);
    }

    private @Nullable Action effect(Expr.Call call, boolean drools) {
        return switch (call.name()) {
            case "insert" -> insert(call, false);
            case "insertLogical" -> insert(call, true);
            case "update" -> update(call);
            case "delete", "retract" -> delete(call);
            case "halt" -> {
                arguments(call, 0);
                yield frame -> frame.halt();
            }
            case "setFocus" -> focus(call);
            default -> {
                boolean function =
                        vocabulary.functions().stream().anyMatch(f -> f.name().equals(call.name()));
                if (function && !drools) {
                    yield null;
                }
                Set<String> known = new LinkedHashSet<>(VERBS);
                vocabulary.functions().forEach(f -> known.add(f.name()));
                throw new SyntaxError(
                        call.at(), "a rule cannot call \"" + call.name() + "\"." + Nearest.hint(call.name(), known));
            }
        };
    }

    private static void arguments(Expr.Call call, int count) {
        if (call.arguments().size() != count) {
            throw new SyntaxError(
                    call.at(),
                    "\"" + call.name() + "\" takes " + (count == 0 ? "nothing" : "one thing") + " in its parentheses");
        }
    }

    private Action insert(Expr.Call call, boolean logical) {
        arguments(call, 1);
        Code fact = fact(call);
        return logical
                ? frame -> frame.insertLogical(Calls.there(fact.value(null, frame), "insertLogical"))
                : frame -> frame.insert(Calls.there(fact.value(null, frame), "insert"));
    }

    private Code fact(Expr.Call call) {
        Typed typed = expressions.compile(call.arguments().getFirst());
        if (typed.isNull() || typed.type().raw().isPrimitive()) {
            throw new SyntaxError(call.at(), "\"" + call.name() + "\" needs a fact, such as new Trigger( … )");
        }
        return typed.guardedCode();
    }

    private Action update(Expr.Call call) {
        arguments(call, 1);
        Code fact = fact(call);
        String name = call.arguments().getFirst() instanceof Expr.Name n ? n.name() : "";
        return frame -> frame.update(Calls.there(fact.value(null, frame), "update"), changed.get(name));
    }

    private Action delete(Expr.Call call) {
        arguments(call, 1);
        Code fact = fact(call);
        return frame -> frame.delete(Calls.there(fact.value(null, frame), "delete"));
    }

    private Action focus(Expr.Call call) {
        arguments(call, 1);
        Code group = expressions.converted(call.arguments().getFirst(), ValueType.TEXT, "the name of a group");
        return frame -> frame.focus((String) Calls.there(group.value(null, frame), "setFocus"));
    }

    private @Nullable Action setter(Expr.Call call) {
        Expr target = java.util.Objects.requireNonNull(call.target());
        Typed on = expressions.compile(target);
        if (!vocabulary.members(on.type().raw()).methods(call.name()).isEmpty()
                || call.name().length() < 4) {
            return null;
        }
        return set(
                call.at(),
                target,
                Calls.decapitalised(call.name().substring(3)),
                call.arguments().getFirst());
    }

    private Action set(int at, Expr target, String property, Expr value) {
        if (target instanceof Expr.Name name) {
            changed.computeIfAbsent(name.name(), key -> new LinkedHashSet<>()).add(property);
        }
        Typed on = expressions.compile(target);
        Code fact = on.guardedCode();
        Setting setting = setting(at, on.type(), property, value);
        return frame -> setting.set(Calls.there(fact.value(null, frame), property), frame);
    }

    private record Setting(Property property, Code value) {
        void set(Object fact, VariableFrame frame) {
            var setter = property.setter();
            if (setter != null) {
                setter.accept(fact, value.value(fact, frame));
            }
        }
    }

    private Setting setting(int at, ValueType type, String name, Expr value) {
        VocabularyType known = vocabulary.type(type.raw());
        String shown = known == null ? type.shown() : known.name();
        Property property = vocabulary.members(type.raw()).property(name);
        if (property == null) {
            List<String> names = vocabulary.members(type.raw()).propertyNames();
            throw new SyntaxError(at, shown + " has no property \"" + name + "\"." + Nearest.hint(name, names));
        }
        if (property.setter() == null) {
            throw new SyntaxError(
                    at, "\"" + name + "\" of " + shown + " cannot be changed: delete the fact and insert a new one");
        }
        return new Setting(property, expressions.converted(value, property.type(), "\"" + name + "\""));
    }

    private Action modify(Statement.Modify modify) {
        Typed target = expressions.compile(modify.target());
        Code fact = target.guardedCode();
        Set<String> properties = new LinkedHashSet<>();
        List<Setting> settings = new ArrayList<>();
        for (Statement change : modify.changes()) {
            Setting setting = change(change, target.type());
            properties.add(setting.property().name());
            settings.add(setting);
        }
        return frame -> {
            Object changing = Calls.there(fact.value(null, frame), "modify");
            for (Setting setting : settings) {
                setting.set(changing, frame);
            }
            frame.update(changing, settings.isEmpty() ? null : properties);
        };
    }

    private Setting change(Statement change, ValueType type) {
        if (change instanceof Statement.Run run
                && run.expression() instanceof Expr.Call call
                && call.target() == null
                && call.arguments().size() == 1
                && call.name().startsWith("set")
                && call.name().length() > 3) {
            return setting(
                    call.at(),
                    type,
                    Calls.decapitalised(call.name().substring(3)),
                    call.arguments().getFirst());
        }
        if (change instanceof Statement.Assign assign
                && assign.target() instanceof Expr.Name name
                && assign.operator() == null) {
            return setting(name.at(), type, name.name(), assign.value());
        }
        throw new SyntaxError(change.at(), "\"modify\" takes setters: write setName( value ), parted by commas");
    }
}
