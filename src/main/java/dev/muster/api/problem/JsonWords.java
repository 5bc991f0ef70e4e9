package dev.muster.api.problem;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type is called where JSON is written. */
final class JsonWords {
    private JsonWords() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "an object";
        }
        if (type == String.class) {
            return "text in quotes";
        }
        if (type == Long.class || type == long.class) {
            return "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class
                ? "a number"
                : ofValues(type);
    }

    private static String ofValues(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type.isEnum()) {
            return "one of its words";
        }
        return Map.class.isAssignableFrom(type) ? "an object with texts in quotes" : "an object";
    }
}
