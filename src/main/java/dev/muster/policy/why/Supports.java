package dev.muster.policy.why;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Row;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.limit.Allowance;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.why.Why.Said;
import dev.muster.policy.why.Why.Support;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Follows facts back over the rules that concluded them, down to rows and words. */
final class Supports {
    private static final Comparator<Said> IN_FILES = Comparator.comparing(Said::file)
            .thenComparingInt(Said::line)
            .thenComparing(said -> said.from().toString());

    /** Beyond this many facts that were told already, none is told again: many ways can lead to one fact, and from it on. */
    private static final int MANY = 2_000;

    /** Deeper than this nobody follows reasons. */
    private static final int DEEPEST = 100;

    private static final int BYTES_OF_A_SUPPORT = 128;

    private final Set<Object> told = new HashSet<>();
    private int supports;
    private final Map<Object, Derived> derived = new HashMap<>();

    Supports(Inference inference) {
        inference.derived().forEach(fact -> derived.put(fact.fact(), fact));
    }

    /** The trees of facts, without those that stand in another one's tree already. */
    List<Support> of(Collection<?> facts) {
        told.clear();
        supports = 0;
        Set<Object> below = new HashSet<>();
        facts.forEach(fact -> reasons(fact).forEach(reason -> flat(reason).forEach(from -> collect(from, below))));
        List<?> tops = facts.stream().filter(fact -> !below.contains(fact)).toList();
        return (tops.isEmpty() ? List.copyOf(facts) : tops)
                .stream().map(this::of).toList();
    }

    Support of(Object fact) {
        return support(fact, new LinkedHashSet<>());
    }

    /** The signals of the text that a fact goes back to. */
    Set<Signal> signals(Object fact) {
        Set<Object> below = new LinkedHashSet<>();
        collect(fact, below);
        Set<Signal> signals = new LinkedHashSet<>();
        below.stream().filter(Signal.class::isInstance).map(Signal.class::cast).forEach(signals::add);
        return signals;
    }

    private void collect(Object fact, Set<Object> below) {
        Deque<Object> open = new ArrayDeque<>(List.of(fact));
        while (!open.isEmpty()) {
            Object next = open.removeLast();
            if (below.add(next)) {
                List<Object> from =
                        reasons(next).stream().flatMap(Supports::flat).toList();
                Allowance.current().tick(1 + from.size());
                from.reversed().forEach(open::addLast);
            }
        }
    }

    private List<Firing> reasons(Object fact) {
        Derived source = derived.get(fact);
        return source == null ? List.of() : source.reasons();
    }

    private Support support(Object fact, Set<Object> above) {
        Row row = fact instanceof Row one ? one : null;
        Allowance.current().tick();
        Allowance.current().holds(BYTES_OF_A_SUPPORT);
        boolean again = !told.add(fact) && ++supports > MANY;
        boolean enough = again || above.size() >= DEEPEST || above.contains(fact);
        List<Said> because = enough ? List.of() : said(fact, above);
        return new Support(
                FactText.of(fact),
                row == null ? null : row.file(),
                row == null ? null : row.line(),
                words(fact),
                because);
    }

    private List<Said> said(Object fact, Set<Object> above) {
        above.add(fact);
        List<Said> all = reasons(fact).stream()
                .map(reason -> said(reason, above))
                .distinct()
                .sorted(IN_FILES)
                .toList();
        above.remove(fact);
        return all;
    }

    private Said said(Firing reason, Set<Object> above) {
        RuleInfo rule = reason.rule();
        List<Support> from =
                flat(reason).map(fact -> support(fact, above)).distinct().toList();
        return new Said(rule.name(), rule.file(), rule.line(), because(rule), from);
    }

    static String because(RuleInfo rule) {
        return Objects.requireNonNullElse(rule.because(), rule.name());
    }

    /** Texts and numbers that a rule took out of facts say nothing without them; collected facts count one by one. */
    private static Stream<Object> flat(Firing reason) {
        return reason.matched().stream()
                .flatMap(fact -> fact instanceof Collection<?> several ? several.stream() : Stream.ofNullable(fact))
                .map(Object.class::cast)
                .filter(fact ->
                        !(fact instanceof CharSequence) && !(fact instanceof Number) && !(fact instanceof Boolean));
    }

    private static List<Evidence> words(Object fact) {
        return switch (fact) {
            case Signal signal -> signal.evidence();
            case Mention mention -> mention.evidence();
            case Sentence sentence -> List.of(sentence.evidence());
            default -> List.of();
        };
    }
}
