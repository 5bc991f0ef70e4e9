package dev.muster.policy.cases;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Row;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.policy.MusterVocabulary;
import dev.muster.policy.drl.Arguments;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of what a case writes: {@code Trigger: {kind: security, name: payment}}. What rules can make is made by the same
 * constructors; what only reading and tables make, by its parts.
 */
final class CaseFacts {
    private static final List<String> READ = List.of("Signal", "Mention", "Sentence", "Row");

    private CaseFacts() {}

    static Optional<Object> read(YamlNode node, Faults faults) {
        if (node.entries().size() != 1) {
            node.fault("A fact is written as its type and its properties, such as"
                    + " Trigger: {kind: security, name: payment}.");
            return Optional.empty();
        }
        Map.Entry<String, YamlNode> entry = node.entries().entrySet().iterator().next();
        String type = entry.getKey();
        if (READ.contains(type)) {
            return Optional.of(readFact(type, entry.getValue()));
        }
        VocabularyType known = MusterVocabulary.INSTANCE.type(type);
        if (known == null || known.constructors().isEmpty()) {
            faults.add(node.keyPlace(type), "No fact \"" + type + "\" can be made." + Nearest.hint(type, makeable()));
            return Optional.empty();
        }
        return Optional.ofNullable(construct(known, entry.getValue()));
    }

    private static List<String> makeable() {
        List<String> names = new ArrayList<>(READ);
        MusterVocabulary.INSTANCE.types().stream()
                .filter(type -> !type.constructors().isEmpty())
                .map(VocabularyType::name)
                .forEach(names::add);
        return names;
    }

    private static Object readFact(String type, YamlNode node) {
        return switch (type) {
            case "Signal" -> {
                node.onlyKeys("kind", "name", "weight", "inTitle", "evidence");
                yield new Signal(
                        node.required("kind").text(),
                        node.required("name").text(),
                        node.get("weight").numberOr(1),
                        node.get("inTitle").boolOr(false),
                        List.of(evidence(
                                node.get("evidence").textOr(node.get("name").textOr("")))));
            }
            case "Mention" -> {
                node.onlyKeys("kind", "name", "how");
                String name = node.required("name").text();
                yield new Mention(
                        node.required("kind").text(), name, node.required("how").text(), List.of(evidence(name)));
            }
            case "Sentence" -> {
                node.onlyKeys("text", "mood");
                String text = node.required("text").text();
                yield new Sentence(text, node.required("mood").text(), evidence(text));
            }
            default -> {
                node.onlyKeys("table", "cells");
                Map<String, String> cells = new LinkedHashMap<>();
                node.get("cells").entries().forEach((column, cell) -> cells.put(column, cell.text()));
                yield new Row(
                        node.required("table").text(),
                        node.place().file(),
                        node.place().line(),
                        cells);
            }
        };
    }

    private static Evidence evidence(String text) {
        return new Evidence(text, 0, text.length(), "description");
    }

    /** Takes the constructor whose parameters the case names, the one with the most of them first. */
    private static @Nullable Object construct(VocabularyType type, YamlNode node) {
        Callable constructor = type.constructors().stream()
                .filter(candidate -> candidate.parameters().stream().allMatch(p -> node.has(p.name())))
                .max(Comparator.comparingInt(candidate -> candidate.parameters().size()))
                .orElse(null);
        if (constructor == null) {
            node.fault(type.name() + " needs "
                    + type.constructors().stream()
                            .map(Callable::signature)
                            .reduce((a, b) -> a + " or " + b)
                            .orElse("")
                    + ".");
            return null;
        }
        List<Parameter> parameters = constructor.parameters();
        node.onlyKeys(parameters.stream().map(Parameter::name).toArray(String[]::new));
        @Nullable Object[] values = new @Nullable Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(parameters.get(i), node.get(parameters.get(i).name()));
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
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
        String word = node.oneOf(words.getFirst(), words);
        return type.getEnumConstants()[words.indexOf(word)];
    }

    /** How cases and plans write a constant. */
    static String word(Enum<?> constant) {
        return constant instanceof dev.muster.plan.Complexity
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
