package dev.muster.policy.drl.expression;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value fits where a type is asked for, and how it gets there. */
final class Conversions {
    private Conversions() {}

    static boolean accepts(List<Parameter> parameters, List<Typed> arguments) {
        if (parameters.size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!accepts(parameters.get(i).type(), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean accepts(ValueType wanted, Typed given) {
        if (given.isNull()) {
            return !wanted.raw().isPrimitive();
        }
        Class<?> from = given.type().boxed();
        Class<?> to = wanted.boxed();
        if (!to.isAssignableFrom(from)) {
            return widens(from, to) || from == Object.class && !to.isPrimitive();
        }
        Class<?> wantedElement = wanted.element();
        Class<?> givenElement = given.type().element();
        return wantedElement == null || givenElement == null || wantedElement.isAssignableFrom(givenElement);
    }

    private static boolean widens(Class<?> from, Class<?> to) {
        boolean whole = from == Integer.class || from == Short.class || from == Byte.class;
        return to == Long.class && whole
                || to == Double.class && (whole || from == Long.class || from == Float.class)
                || to == Integer.class && (from == Short.class || from == Byte.class);
    }

    /** The code of a value as the wanted type. */
    static Code convert(Typed given, ValueType wanted) {
        Code code = given.guardedCode();
        Class<?> to = wanted.boxed();
        Class<?> element = wanted.element();
        if (element != null
                && wanted.isCollection()
                && !given.isNull()
                && given.type().element() == null) {
            return (self, scope) -> checkedElements(checked(code.value(self, scope), to), element);
        }
        if (given.type().boxed() == to || given.isNull()) {
            return code;
        }
        if (to == Long.class || to == Double.class || to == Integer.class) {
            return (self, scope) -> number(code.value(self, scope), to);
        }
        if (given.type().is(Object.class) && to != Object.class) {
            return (self, scope) -> checked(code.value(self, scope), to);
        }
        return code;
    }

    private static @Nullable Object number(@Nullable Object value, Class<?> to) {
        if (!(value instanceof Number number)) {
            return checked(value, to);
        }
        return to == Long.class
                ? (Object) number.longValue()
                : to == Double.class ? (Object) number.doubleValue() : number.intValue();
    }

    /** What is in a list of which nothing is known is seen where it is handed over, not by whoever reads it later. */
    private static @Nullable Object checkedElements(@Nullable Object several, Class<?> element) {
        if (several instanceof Collection<?> collection) {
            Allowance.current().tick(1 + collection.size() / 16);
            collection.forEach(value -> checked(value, element));
        }
        return several;
    }

    private static @Nullable Object checked(@Nullable Object value, Class<?> to) {
        if (value != null && !to.isInstance(value)) {
            throw new WrongValueException("a " + to.getSimpleName() + " is wanted, not the "
                    + value.getClass().getSimpleName() + " " + value);
        }
        return value;
    }
}
