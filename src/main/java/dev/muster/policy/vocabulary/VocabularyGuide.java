package dev.muster.policy.vocabulary;

import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import java.util.Map;
import java.util.stream.Collectors;

/** The vocabulary as a chapter of the rule author's guide. */
public final class VocabularyGuide {
    private VocabularyGuide() {}

    /** Markdown: a section for each type, with its properties, methods, constructors and constants. */
    public static String markdown(Vocabulary vocabulary) {
        StringBuilder text = new StringBuilder();
        text.append("### Muster's types\n\n");
        vocabulary.types().stream().filter(type -> !type.builtIn()).forEach(type -> text.append(section(type)));
        text.append("### The language's own types\n\n");
        vocabulary.types().stream().filter(VocabularyType::builtIn).forEach(type -> text.append(section(type)));
        text.append("### Functions\n\n");
        vocabulary.functions().forEach(function -> text.append(callable("", function)));
        return text.toString();
    }

    private static String section(VocabularyType type) {
        StringBuilder text = new StringBuilder("#### " + type.name() + "\n\n" + sentence(type.doc()) + "\n\n");
        for (Callable constructor : type.constructors()) {
            text.append(callable("new ", constructor));
        }
        for (Property property : type.properties()) {
            text.append("- `")
                    .append(property.name())
                    .append("` (")
                    .append(property.type().shown());
            text.append(property.setter() == null ? "): " : ", can be modified): ");
            text.append(property.doc()).append('\n');
        }
        for (Callable method : type.methods()) {
            text.append(callable("", method));
        }
        if (!type.constants().isEmpty()) {
            text.append(constants(type.name(), type.constants()));
        }
        return text.append('\n').toString();
    }

    private static String callable(String before, Callable callable) {
        String returns = before.isEmpty() ? " → " + callable.returns().shown() : "";
        return "- `" + before + callable.signature() + "`" + returns + ": " + callable.doc() + "\n";
    }

    private static String constants(String type, Map<String, Object> constants) {
        return constants.keySet().stream()
                .map(constant -> "`" + type + "." + constant + "`")
                .collect(Collectors.joining(", ", "- ", "\n"));
    }

    private static String sentence(String doc) {
        return doc.endsWith(".") ? doc : doc + ".";
    }
}
