package dev.muster.policy.drl;

import java.util.List;
import java.util.Map;

/**
 * A type that rules can name.
 *
 * @param constants the constants of an enumeration, by name
 * @param builtIn whether it comes with the language rather than with Muster's facts
 * @param doc a sentence for the rule author
 */
public record VocabularyType(
        String name,
        Class<?> javaType,
        List<Property> properties,
        List<Callable> methods,
        List<Callable> constructors,
        Map<String, Object> constants,
        boolean builtIn,
        String doc) {
    public VocabularyType {
        properties = List.copyOf(properties);
        methods = List.copyOf(methods);
        constructors = List.copyOf(constructors);
    }
}
