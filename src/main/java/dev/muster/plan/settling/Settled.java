package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Evidences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How equal proposals become one entry, and in which order entries stand: never by the order in which rules fired. */
final class Settled {
    /** By where the policy says it: whoever writes a policy decides the order of its sentences. */
    static final Comparator<Because> BY_PLACE = Comparator.comparing(Because::file)
            .thenComparingInt(Because::line)
            .thenComparing(Because::rule)
            .thenComparing(Because::text);

    /** By the first reason in which two entries differ: rows of one table stand under one rule. */
    static final Comparator<List<Because>> BY_PLACES = Settled::compare;

    private Settled() {}

    private static int compare(List<Because> some, List<Because> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int different = BY_PLACE.compare(some.get(i), others.get(i));
            if (different != 0) {
                return different;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    /** One entry for each distinct key, with the reasons of all proposals that share it. */
    static <T, K, E> List<E> merge(
            Collection<Reasoned<T>> proposals, Function<T, K> key, BiFunction<T, List<Because>, E> entry) {
        Map<K, List<Reasoned<T>>> groups = new LinkedHashMap<>();
        for (Reasoned<T> proposal : proposals) {
            groups.computeIfAbsent(key.apply(proposal.what()), k -> new ArrayList<>())
                    .add(proposal);
        }
        return groups.values().stream()
                .map(group -> entry.apply(group.getFirst().what(), reasons(group)))
                .toList();
    }

    /**
     * The reasons of several proposals: those of one rule become one, which names all that it matched. A rule is followed by
     * the rows that it used.
     */
    static List<Because> reasons(Collection<? extends Reasoned<?>> proposals) {
        return join(ordered(proposals).flatMap(p -> p.because().stream()).toList());
    }

    /** Proposals in the order in which the policy's files make them. */
    static <R extends Reasoned<?>> Stream<R> ordered(Collection<R> proposals) {
        return proposals.stream()
                .sorted(Comparator.<R, List<Because>>comparing(Reasoned::because, BY_PLACES)
                        .thenComparing(Reasoned::toString));
    }

    static List<Because> join(Collection<Because> reasons) {
        record Source(String rule, String file, int line, String text) {}
        Map<Source, List<Because>> bySource = new LinkedHashMap<>();
        for (Because because : reasons) {
            var source = new Source(because.rule(), because.file(), because.line(), because.text());
            bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(because);
        }
        return bySource.values().stream().map(Settled::joinOne).toList();
    }

    private static Because joinOne(List<Because> same) {
        Because first = same.getFirst();
        Set<String> facts = new LinkedHashSet<>();
        same.stream().flatMap(b -> b.facts().stream()).sorted().forEach(facts::add);
        var evidence = same.stream()
                .flatMap(b -> b.evidence().stream())
                .distinct()
                .sorted(Evidences.IN_TEXT_ORDER)
                .toList();
        return new Because(first.rule(), first.file(), first.line(), first.text(), List.copyOf(facts), evidence);
    }

    /** Sorts entries by the places of their reasons, then by their words. */
    static <E> List<E> byPlace(List<E> entries, Function<E, List<Because>> because, Function<E, String> words) {
        return entries.stream()
                .sorted(Comparator.<E, List<Because>>comparing(because, BY_PLACES)
                        .thenComparing(words))
                .toList();
    }
}
