package dev.muster.policy.cases;

import dev.muster.policy.drl.Arguments;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.EnumWord;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of what a case writes: {@code Trigger: {kind: security, name: payment}}. What rules can make is made by the same
 * constructors; what only reading, tables and settings make, by its parts.
 */
record CaseFacts(CaseWords words, Faults faults) {

    Optional<Object> read(YamlNode node) {
        if (node.entries().size() != 1) {
            node.fault("A fact is written as its type and its properties, such as"
                    + " Trigger: {kind: security, name: payment}.");
            return Optional.empty();
        }
        Map.Entry<String, YamlNode> entry = node.entries().entrySet().iterator().next();
        String type = entry.getKey();
        if (ReadFacts.TYPES.contains(type)) {
            return Optional.of(new ReadFacts(words).read(type, entry.getValue()));
        }
        VocabularyType known = MusterVocabulary.INSTANCE.type(type);
        if (known == null || known.constructors().isEmpty()) {
            faults.add(node.keyPlace(type), "No fact \"" + type + "\" can be made." + Nearest.hint(type, makeable()));
            return Optional.empty();
        }
        return Optional.ofNullable(construct(known, entry.getValue()));
    }

    private static List<String> makeable() {
        List<String> names = new ArrayList<>(ReadFacts.TYPES);
        MusterVocabulary.INSTANCE.types().stream()
                .filter(type -> !type.constructors().isEmpty())
                .map(VocabularyType::name)
                .forEach(names::add);
        return names;
    }

    /** Takes the constructor whose parameters the case names, the one with the most of them first. */
    private @Nullable Object construct(VocabularyType type, YamlNode node) {
        Callable constructor = type.constructors().stream()
                .filter(candidate -> candidate.parameters().stream().allMatch(p -> node.has(p.name())))
                .max(Comparator.comparingInt(candidate -> candidate.parameters().size()))
                .orElse(null);
        if (constructor == null) {
            node.fault(type.name() + " needs "
                    + type.constructors().stream().map(Callable::signature).collect(Collectors.joining(" or ")) + ".");
            return null;
        }
        List<Parameter> parameters = constructor.parameters();
        node.onlyKeys(parameters.stream().map(Parameter::name).toArray(String[]::new));
        @Nullable Object[] values = new @Nullable Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            YamlNode value = node.get(parameters.get(i).name());
            words.check(type.name(), parameters.get(i).name(), value);
            values[i] = value(parameters.get(i), value);
        }
        return constructor.body().call(null, new Arguments(values));
    }

    private static Object value(Parameter parameter, YamlNode node) {
        Class<?> type = parameter.type().boxed();
        if (type == Boolean.class) {
            return node.boolOr(false);
        }
        if (type == Integer.class) {
            return node.integerOr(0);
        }
        if (type == Double.class) {
            return node.numberOr(0);
        }
        if (parameter.type().isCollection()) {
            return node.texts();
        }
        return type.isEnum() ? constant(type, node) : node.text();
    }

    private static Object constant(Class<?> type, YamlNode node) {
        List<String> words = words(type);
        String word = node.oneOf(words.getFirst(), words);
        return type.getEnumConstants()[words.indexOf(word)];
    }

    /** All constants of an enumeration, as cases and plans write them. */
    static List<String> words(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }

    /** How cases and plans write a constant. */
    static String word(Enum<?> constant) {
        return constant instanceof dev.muster.plan.Complexity ? constant.name() : EnumWord.of(constant);
    }
}
