package dev.muster.policy.drl;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a value before any rule runs.
 *
 * @param raw its class
 * @param element the class of its elements, or of its values if it is a map; null where it has none or they can be anything
 */
public record ValueType(Class<?> raw, @Nullable Class<?> element) {
    public static final ValueType ANYTHING = of(Object.class);
    public static final ValueType BOOLEAN = of(boolean.class);
    public static final ValueType TEXT = of(String.class);

    public static ValueType of(Class<?> raw) {
        return new ValueType(raw, null);
    }

    public static ValueType listOf(Class<?> element) {
        return new ValueType(List.class, element);
    }

    public static ValueType mapOf(Class<?> value) {
        return new ValueType(Map.class, value);
    }

    public boolean is(Class<?> other) {
        return raw == other;
    }

    /** The class that values have, so Integer for int. */
    public Class<?> boxed() {
        return boxed(raw);
    }

    public boolean isNumber() {
        return Number.class.isAssignableFrom(boxed());
    }

    public boolean isBoolean() {
        return boxed() == Boolean.class;
    }

    public boolean isWhole() {
        Class<?> boxed = boxed();
        return boxed == Integer.class || boxed == Long.class || boxed == Short.class || boxed == Byte.class;
    }

    public boolean isCollection() {
        return Collection.class.isAssignableFrom(raw);
    }

    public ValueType elementType() {
        return element == null ? ANYTHING : of(element);
    }

    /** How messages name it. */
    public String shown() {
        return element == null ? raw.getSimpleName() : raw.getSimpleName() + "<" + element.getSimpleName() + ">";
    }

    private static Class<?> boxed(Class<?> raw) {
        if (!raw.isPrimitive()) {
            return raw;
        }
        return raw == int.class
                ? Integer.class
                : raw == long.class
                        ? Long.class
                        : raw == double.class ? Double.class : raw == boolean.class ? Boolean.class : boxedRare(raw);
    }

    private static Class<?> boxedRare(Class<?> raw) {
        return raw == float.class
                ? Float.class
                : raw == short.class
                        ? Short.class
                        : raw == byte.class ? Byte.class : raw == char.class ? Character.class : Void.class;
    }
}
