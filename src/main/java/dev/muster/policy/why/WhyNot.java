package dev.muster.policy.why;

import dev.muster.policy.Pack;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.explain.Attempt;
import dev.muster.policy.drl.explain.Rulebook;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.drl.explain.Unmet;
import dev.muster.policy.drl.explain.Way;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.policy.why.Why.Attempted;
import dev.muster.policy.why.Why.Missing;
import dev.muster.policy.why.Why.Needed;
import dev.muster.policy.why.Why.Option;
import dev.muster.source.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of something that rules did not conclude which of them could have, and what they would have needed. */
final class WhyNot {
    /** Beyond this many rules in a row nobody follows any more. */
    private static final int DEEPEST = 6;

    private final PolicyDecision decision;
    private final Rulebook book;
    private final MissingWords words;
    private final Map<String, RuleInfo> rules = new HashMap<>();
    private final Set<String> made;
    private final Map<String, Needed> needed = new LinkedHashMap<>();
    private final Set<Unmet.Lacking> leaves = new LinkedHashSet<>();
    private final Set<Object> blockers = new LinkedHashSet<>();

    WhyNot(Pack pack, PolicyDecision decision, MissingWords words) {
        this.decision = decision;
        this.words = words;
        this.book = Rulebook.of(MusterVocabulary.INSTANCE, sources(pack));
        pack.rules().rules().forEach(rule -> rules.put(rule.name(), rule));
        this.made = pack.rules().rules().stream()
                .flatMap(rule -> rule.makes().stream())
                .map(made -> made.type())
                .collect(Collectors.toSet());
    }

    private static List<DrlSource> sources(Pack pack) {
        Faults none = new Faults();
        return pack.files().paths().stream()
                .filter(path -> path.endsWith(".drl"))
                .map(path -> new DrlSource(path, pack.files().text(path, none)))
                .toList();
    }

    /** The rules that could have concluded any of these facts. */
    List<Attempted> attempts(List<Target> targets) {
        return targets.stream()
                .flatMap(target -> attempts(target, List.copyOf(targets), 0).stream())
                .toList();
    }

    /** What these rules needed of other rules, in the order in which it came up. */
    List<Needed> needed() {
        return List.copyOf(needed.values());
    }

    /** What would have had to be in the text or the tables. */
    Set<Unmet.Lacking> leaves() {
        return leaves;
    }

    /** What was in the way somewhere. */
    Set<Object> blockers() {
        return blockers;
    }

    private List<Attempted> attempts(Target target, List<Target> above, int depth) {
        return book.attempts(target, decision.inference().facts(), WhyNot::cost).stream()
                .map(attempt -> attempted(attempt, above, depth))
                .toList();
    }

    /** A word in a text is nearer than a row in a table, and that nearer than another agent or module. */
    private static int cost(String type) {
        return switch (type) {
            case "Row" -> 5;
            case "Agent", "Module", "Task" -> 7;
            default -> 2;
        };
    }

    private Attempted attempted(Attempt attempt, List<Target> above, int depth) {
        RuleInfo rule = rules.get(attempt.rule());
        List<Option> options = attempt.ways().stream()
                .filter(way -> !turnsInACircle(way, above))
                .map(way -> option(way, above, depth))
                .toList();
        return rule == null
                ? new Attempted(attempt.rule(), "", 1, attempt.rule(), options)
                : new Attempted(rule.name(), rule.file(), rule.line(), Supports.because(rule), options);
    }

    /** What needs itself to be there brings nothing in. */
    private static boolean turnsInACircle(Way way, List<Target> above) {
        return way.unmet().stream()
                .anyMatch(unmet ->
                        unmet instanceof Unmet.Lacking lacking && above.stream().anyMatch(lacking.fact()::isAtLeast));
    }

    private Option option(Way way, List<Target> above, int depth) {
        return new Option(
                way.unmet().stream().map(unmet -> missing(unmet, above, depth)).toList());
    }

    private Missing missing(Unmet unmet, List<Target> above, int depth) {
        switch (unmet) {
            case Unmet.Lacking lacking
            when made.contains(lacking.fact().type()) && depth < DEEPEST -> need(lacking.fact(), above, depth);
            case Unmet.Lacking lacking -> leaves.add(lacking);
            case Unmet.InTheWay blocked -> blockers.addAll(blocked.facts());
            case Unmet.Untold _ -> {}
        }
        return words.missing(unmet, made);
    }

    private void need(Target fact, List<Target> above, int depth) {
        String name = FactText.of(fact);
        if (!needed.containsKey(name)) {
            needed.put(name, new Needed(name, List.of()));
            List<Target> further = new ArrayList<>(above);
            further.add(fact);
            needed.put(name, new Needed(name, attempts(fact, further, depth + 1)));
        }
    }
}
