package dev.muster.policy.vocabulary;

import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import java.util.Comparator;
import java.util.List;

/**
 * All that rules can touch, in words: what is Muster's own first.
 *
 * @param functions what can be called without a value before it
 */
public record VocabularyDescription(List<Type> types, List<Word> functions) {

    /**
     * A type of facts, proposals or values.
     *
     * @param language whether it is the language's own, such as a text
     */
    public record Type(
            String name,
            String meaning,
            boolean language,
            List<Word> constructors,
            List<Word> properties,
            List<Word> methods,
            List<String> constants) {}

    /**
     * Something that has a name and gives a value.
     *
     * @param name with its parameters where it takes some
     * @param type of what it gives
     */
    public record Word(String name, String type, String meaning) {}

    /** What rules of packs can touch. */
    public static VocabularyDescription ofMuster() {
        return of(MusterVocabulary.INSTANCE);
    }

    static VocabularyDescription of(Vocabulary vocabulary) {
        return new VocabularyDescription(
                vocabulary.types().stream()
                        .map(VocabularyDescription::type)
                        .sorted(Comparator.comparing(Type::language))
                        .toList(),
                words(vocabulary.functions(), ""));
    }

    private static Type type(VocabularyType type) {
        return new Type(
                type.name(),
                type.doc(),
                type.builtIn(),
                words(type.constructors(), "new "),
                type.properties().stream().map(VocabularyDescription::word).toList(),
                words(type.methods(), ""),
                List.copyOf(type.constants().keySet()));
    }

    private static Word word(Property property) {
        return new Word(property.name(), property.type().shown(), property.doc());
    }

    private static List<Word> words(List<Callable> callables, String before) {
        return callables.stream()
                .map(callable -> new Word(
                        before + callable.signature(), callable.returns().shown(), callable.doc()))
                .toList();
    }
}
