package dev.muster.policy;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Row;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.plan.Because;
import dev.muster.plan.Evidences;
import dev.muster.plan.Reasoned;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns what the engine recorded into the reasons that a plan shows: the rule, each row of a table that it used, and the
 * words of the text that led there over all the rules in between.
 */
final class Reasons {
    /** Never by the order in which rules fired: that follows from the order of facts. */
    private static final Comparator<List<Because>> IN_FILES = Comparator.comparing(
            (List<Because> reason) -> reason.getFirst(),
            Comparator.comparing(Because::file)
                    .thenComparingInt(Because::line)
                    .thenComparing(because -> because.facts().toString()));

    private final Inference inference;
    private final Map<Object, Derived> derived = new HashMap<>();
    private final Map<Object, Set<Evidence>> evidence = new HashMap<>();

    private Reasons(Inference inference) {
        this.inference = inference;
        inference.derived().forEach(fact -> derived.put(fact.fact(), fact));
    }

    /** Everything that rules concluded, with its reasons. */
    static List<Reasoned<?>> of(Inference inference) {
        return new Reasons(inference).all();
    }

    private List<Reasoned<?>> all() {
        List<Reasoned<?>> all = new ArrayList<>();
        for (Derived fact : inference.derived()) {
            List<Because> because = fact.reasons().stream()
                    .map(reason -> because(fact.fact(), reason))
                    .sorted(IN_FILES)
                    .flatMap(List::stream)
                    .toList();
            all.add(new Reasoned<>(fact.fact(), because));
        }
        return all;
    }

    /** The rule, and behind it the rows that it used. */
    private List<Because> because(Object concluded, Firing reason) {
        RuleInfo rule = reason.rule();
        List<Object> matched = flat(reason.matched());
        Because said = new Because(
                rule.name(),
                rule.file(),
                rule.line(),
                rule.because() == null ? rule.name() : rule.because(),
                matched.stream()
                        .filter(Reasons::isFact)
                        .map(FactWords::of)
                        .distinct()
                        .toList(),
                words(matched));
        Stream<Because> rows = matched.stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .map(row -> RowWords.because(row, concluded, without(matched, row)));
        return Stream.concat(Stream.of(said), rows).toList();
    }

    private List<Evidence> words(List<Object> matched) {
        Set<Evidence> found = new TreeSet<>(Evidences.IN_TEXT_ORDER);
        matched.forEach(fact -> found.addAll(evidence(fact, new HashSet<>())));
        return List.copyOf(found);
    }

    private Set<Evidence> evidence(Object fact, Set<Object> under) {
        Set<Evidence> known = evidence.get(fact);
        if (known != null) {
            return known;
        }
        if (!under.add(fact)) {
            return Set.of();
        }
        Set<Evidence> found = new HashSet<>(own(fact));
        Derived source = derived.get(fact);
        if (source != null) {
            source.reasons().stream()
                    .flatMap(reason -> flat(reason.matched()).stream())
                    .forEach(matched -> found.addAll(evidence(matched, under)));
        }
        under.remove(fact);
        if (under.isEmpty()) {
            evidence.put(fact, found);
        }
        return found;
    }

    private static Collection<Evidence> own(Object fact) {
        return switch (fact) {
            case Signal signal -> signal.evidence();
            case Mention mention -> mention.evidence();
            case Sentence sentence -> List.of(sentence.evidence());
            default -> List.of();
        };
    }

    private static List<Object> without(List<Object> matched, Row row) {
        return matched.stream().filter(fact -> fact != row).toList();
    }

    /** Texts and numbers that a rule took out of facts say nothing without them. */
    private static boolean isFact(Object matched) {
        return !(matched instanceof CharSequence) && !(matched instanceof Number) && !(matched instanceof Boolean);
    }

    /** Collected facts count as if the rule had matched each of them. */
    private static List<Object> flat(Collection<?> matched) {
        return matched.stream()
                .flatMap(fact -> fact instanceof Collection<?> several ? several.stream() : Stream.of(fact))
                .map(Object.class::cast)
                .toList();
    }
}
