package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression with its type and its code.
 *
 * @param shape what kind of expression it is, as far as that matters to indexes and conversions
 * @param key a text that two expressions share only if they mean the same
 * @param guards what must not be null before the code is run, from {@code !.}
 */
public record Typed(ValueType type, Code code, Shape shape, String key, List<Code> guards) {
    /** What kind of expression it is. */
    public sealed interface Shape {}

    /** A value that is known before any rule runs. */
    public record Constant(@Nullable Object value) implements Shape {}

    /** The fact itself. */
    public record Self() implements Shape {}

    /** A property of the fact, or something reached through it. */
    public record OwnProperty(String name) implements Shape {}

    public record Variable(String name, int slot) implements Shape {}

    public record Other() implements Shape {}

    static final Other OTHER = new Other();

    public Typed(ValueType type, Code code, Shape shape, String key) {
        this(type, code, shape, key, List.of());
    }

    static Typed constant(ValueType type, @Nullable Object value) {
        String key = value == null ? "null" : value.getClass().getName() + ":" + value;
        return new Typed(type, (self, scope) -> value, new Constant(value), key);
    }

    static Typed bool(Test test, String key, List<Code> guards) {
        return new Typed(ValueType.BOOLEAN, new BooleanCode(test), OTHER, key, guards);
    }

    public boolean isConstant() {
        return shape instanceof Constant;
    }

    boolean isNull() {
        return shape instanceof Constant constant && constant.value() == null;
    }

    public @Nullable Object constant() {
        return shape instanceof Constant constant ? constant.value() : null;
    }

    Typed withGuards(List<Code> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Code> all = new ArrayList<>(guards);
        all.addAll(more);
        return new Typed(type, code, shape, key, List.copyOf(all));
    }

    /** The code as a test whose guards come first; only for expressions that are true or false. */
    public Test test() {
        Code run = code;
        Test test = run instanceof BooleanCode bool ? bool.test() : (self, scope) -> truth(run.value(self, scope));
        return guarded(test, guards);
    }

    private static boolean truth(@Nullable Object value) {
        if (value == null) {
            throw new WrongValueException("null is neither true nor false");
        }
        return (Boolean) value;
    }

    /** The code's value, or null where something before {@code !.} is null. */
    public Code guardedCode() {
        if (guards.isEmpty()) {
            return code;
        }
        if (type.isBoolean() && code instanceof BooleanCode) {
            Test test = test();
            return (self, scope) -> test.test(self, scope);
        }
        Code run = code;
        Code[] first = guards.toArray(Code[]::new);
        return (self, scope) -> passes(first, self, scope) ? run.value(self, scope) : null;
    }

    static Test guarded(Test test, List<Code> guards) {
        if (guards.isEmpty()) {
            return test;
        }
        Code[] first = guards.toArray(Code[]::new);
        return (self, scope) -> passes(first, self, scope) && test.test(self, scope);
    }

    private static boolean passes(Code[] guards, @Nullable Object self, VariableScope scope) {
        for (Code guard : guards) {
            if (guard.value(self, scope) == null) {
                return false;
            }
        }
        return true;
    }

    /** A test that can also give its result as a value. */
    record BooleanCode(Test test) implements Code {
        @Override
        public Object value(@Nullable Object self, VariableScope scope) {
            return test.test(self, scope);
        }
    }
}
