package dev.muster.policy.cases;

import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether what was found is what a case looks for. A map looks only at the entries that it has. */
final class Matching {
    private Matching() {}

    /** Texts are equal; a sentence may be cut short with {@code …} at its end. */
    static boolean fits(@Nullable Object wanted, @Nullable Object found) {
        if (wanted instanceof Map<?, ?> map) {
            return found instanceof Map<?, ?> other
                    && map.entrySet().stream().allMatch(entry -> fits(entry.getValue(), other.get(entry.getKey())));
        }
        if (found instanceof Collection<?> several) {
            return wanted instanceof Collection<?> all
                    ? all.stream().allMatch(one -> several.stream().anyMatch(f -> fits(one, f)))
                    : several.stream().anyMatch(f -> fits(wanted, f));
        }
        if (wanted instanceof Number number && found instanceof Number other) {
            return Double.compare(number.doubleValue(), other.doubleValue()) == 0;
        }
        return fitsText(String.valueOf(wanted), text(found));
    }

    private static boolean fitsText(String wanted, String found) {
        return wanted.endsWith("…") ? found.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(found);
    }

    private static String text(@Nullable Object found) {
        return found instanceof Enum<?> constant ? CaseFacts.word(constant) : String.valueOf(found);
    }

    /** Whether a fact is at least of the type that a case looks for. */
    static boolean isOfType(Object wanted, Object fact) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(fact.getClass());
        return type != null
                && (wanted instanceof Map<?, ?> map
                        ? map.containsKey(type.name())
                        : type.name().equals(wanted));
    }

    /** Whether a fact that rules made is the {@code Type: {property: value}} that a case looks for. */
    static boolean fitsFact(Object wanted, Object fact) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(fact.getClass());
        if (type == null || !(wanted instanceof Map<?, ?> map) || map.size() != 1) {
            return type != null && type.name().equals(wanted);
        }
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        return type.name().equals(entry.getKey())
                && (!(entry.getValue() instanceof Map<?, ?> properties)
                        || properties.entrySet().stream().allMatch(p -> fitsProperty(type, fact, p)));
    }

    private static boolean fitsProperty(VocabularyType type, Object fact, Map.Entry<?, ?> wanted) {
        return type.properties().stream()
                .filter(property -> property.name().equals(wanted.getKey()))
                .anyMatch(property -> fits(wanted.getValue(), read(property, fact)));
    }

    private static @Nullable Object read(Property property, Object fact) {
        return property.getter().apply(fact);
    }
}
