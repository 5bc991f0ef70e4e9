package dev.muster.policy;

import dev.muster.fact.Evidence;
import dev.muster.fact.Row;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Because;
import dev.muster.plan.Evidences;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.vocabulary.FactWords;
import dev.muster.policy.vocabulary.RowWords;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final int BYTES_AROUND = 16;

    /** The most characters that the reasons of a plan may have: more than anybody reads, and than a plan can be kept with. */
    private static final int MOST_CHARACTERS = 5_000_000;

    private final Inference inference;
    private final Evidenced evidenced;
    private final Allowance allowance = Allowance.current();
    private long characters;

    private Reasons(Inference inference) {
        this.inference = inference;
        this.evidenced = new Evidenced(inference.derived());
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

    /** Whoever wrote the rule learns where the reasons took too long, or too much. */
    private List<Because> because(Object concluded, Firing reason) {
        RuleInfo rule = reason.rule();
        try {
            return told(concluded, reason);
        } catch (OverLimitException e) {
            throw stopped(rule, e.reached(), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw stopped(rule, e.getClass().getSimpleName(), e);
        }
    }

    private static RuleLimitException stopped(RuleInfo rule, String reached, Throwable cause) {
        return new RuleLimitException(
                "The reasons were stopped after " + reached + ": what " + rule.shown()
                        + " concluded has too many. Let it conclude fewer facts, or match fewer at once.",
                new Place(rule.file(), rule.line(), 1),
                cause);
    }

    /** The rule, and behind it the rows that it used. */
    private List<Because> told(Object concluded, Firing reason) {
        RuleInfo rule = reason.rule();
        List<Object> matched = Evidenced.flat(reason.matched()).toList();
        List<String> facts = matched.stream()
                .filter(Reasons::isFact)
                .map(this::words)
                .distinct()
                .toList();
        Because said = new Because(
                rule.name(),
                rule.file(),
                rule.line(),
                rule.because() == null ? rule.name() : rule.because(),
                facts,
                evidence(matched));
        Stream<Because> rows = matched.stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .map(row -> row(row, concluded, matched));
        return Stream.concat(Stream.of(said), rows).toList();
    }

    private String words(Object fact) {
        String words = FactWords.of(fact);
        says(words.length());
        return words;
    }

    private Because row(Row row, Object concluded, List<Object> matched) {
        allowance.tick(matched.size());
        Because because = RowWords.because(row, concluded, without(matched, row));
        says(because.text().length());
        return because;
    }

    private void says(int more) {
        allowance.tick();
        characters += more + BYTES_AROUND;
        allowance.holds(more + BYTES_AROUND);
        if (characters > MOST_CHARACTERS) {
            throw new OverLimitException(MOST_CHARACTERS + " characters of reasons");
        }
    }

    private List<Evidence> evidence(List<Object> matched) {
        Set<Evidence> found = new TreeSet<>(Evidences.IN_TEXT_ORDER);
        for (Object fact : matched) {
            Set<Evidence> words = evidenced.of(fact);
            allowance.tick(1 + words.size());
            found.addAll(words);
        }
        allowance.holds(8L * found.size());
        return List.copyOf(found);
    }

    private static List<Object> without(List<Object> matched, Row row) {
        return matched.stream().filter(fact -> fact != row).toList();
    }

    /** Texts and numbers that a rule took out of facts say nothing without them. */
    private static boolean isFact(Object matched) {
        return !(matched instanceof CharSequence) && !(matched instanceof Number) && !(matched instanceof Boolean);
    }
}
