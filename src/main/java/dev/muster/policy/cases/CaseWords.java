package dev.muster.policy.cases;

import dev.muster.policy.KnownNames;
import dev.muster.policy.Pack;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words that make sense in the cases of a pack: the names it has, and what its rules can say. */
record CaseWords(Pack pack, KnownNames known) {

    static CaseWords of(Pack pack) {
        return new CaseWords(pack, KnownNames.of(pack));
    }

    /** Reports a text that the property cannot have because it names nothing of the pack. */
    void check(String type, String property, YamlNode node) {
        Collection<String> names = known.of(type, property);
        if (names != null && node.isScalar() && !names.contains(node.text())) {
            node.fault("No " + node.text() + " is there for " + property + " of " + type + "."
                    + Nearest.hint(node.text(), names));
        }
    }

    /** The kind that signals.yaml gives a signal; empty where there is none of that name. */
    String kindOfSignal(String name) {
        return pack.signals().definitions().stream()
                .filter(signal -> signal.name().equals(name))
                .map(SignalDefinition::kind)
                .findFirst()
                .orElse("");
    }

    boolean isMade(String type) {
        return pack.rules().rules().stream()
                .flatMap(rule -> rule.makes().stream())
                .anyMatch(made -> made.type().equals(type));
    }

    /** All texts that rules can give a property; null where a rule takes one from elsewhere, so that it can be any. */
    @Nullable
    Collection<String> made(String type, String property) {
        Collection<String> texts = new TreeSet<>();
        List<Made> all = pack.rules().rules().stream()
                .flatMap(rule -> rule.makes().stream())
                .filter(made -> made.type().equals(type))
                .toList();
        for (Made made : all) {
            if (!(literal(made, property) instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private static @Nullable Object literal(Made made, String property) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(made.type());
        for (Callable constructor : type == null ? List.<Callable>of() : type.constructors()) {
            if (constructor.parameters().size() == made.arguments().size()) {
                for (int i = 0; i < made.arguments().size(); i++) {
                    if (constructor.parameters().get(i).name().equals(property)) {
                        return made.arguments().get(i).literal();
                    }
                }
            }
        }
        return null;
    }
}
