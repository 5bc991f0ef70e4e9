package dev.muster.policy.why;

import dev.muster.fact.Evidence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.limit.Allowance;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.explain.Unmet;
import dev.muster.policy.why.Why.Enough;
import dev.muster.policy.why.Why.SignalWords;
import dev.muster.reading.Reading;
import dev.muster.reading.matching.SignalDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries changes of the text: plans again as if it had the words of a signal, or had them not. */
final class WhatIf {
    /** More pairs than this are not tried; whoever needs two changes has better reasons to look at the rules. */
    private static final int MOST_PAIRS = 300;

    /** Changes that are not tried by then are left out: an answer with fewer of them is better than none. */
    private static final double MOST_OF_THE_TIME = 0.7;

    private final Pack pack;
    private final Task task;
    private final TaskContext context;
    private final Reading reading;
    private final Set<Object> before;
    private final MissingWords words;
    private final Predicate<PolicyDecision> wanted;

    /**
     * Changes of a task.
     *
     * @param decision what the rules say to the text as it is
     * @param wanted whether a decision has what somebody missed
     */
    WhatIf(
            Pack pack,
            Task task,
            TaskContext context,
            PolicyDecision decision,
            MissingWords words,
            Predicate<PolicyDecision> wanted) {
        this.pack = pack;
        this.task = task;
        this.context = context;
        this.reading = decision.reading();
        this.before = decision.concluded().stream().map(Reasoned::what).collect(Collectors.toSet());
        this.words = words;
        this.wanted = wanted;
    }

    /** A change of what the text shows. */
    private sealed interface Change {
        /** It shows this signal. */
        record With(SignalDefinition signal, boolean inTitle) implements Change {}

        /** It does not show this signal. */
        record Without(String signal) implements Change {}
    }

    /** Changes that brought it in, and how much else they changed. */
    private record Tried(List<Change> changes, long otherwiseDifferent) {}

    /** The changes that are enough, those that change least first: single ones, or pairs where no single one is. */
    List<Enough> enough(Collection<Unmet.Lacking> leaves, Collection<Signal> inTheWay) {
        List<Change> changes = changes(leaves, inTheWay);
        List<Tried> single = trying(changes.stream().map(List::of));
        List<Tried> found = single.isEmpty() ? trying(pairs(changes)) : single;
        List<List<Change>> all = found.stream()
                .sorted(Comparator.comparingLong(Tried::otherwiseDifferent))
                .map(Tried::changes)
                .toList();
        return withoutStricter(all).stream().map(WhatIf::enough).toList();
    }

    private List<Change> changes(Collection<Unmet.Lacking> leaves, Collection<Signal> inTheWay) {
        Set<Change> changes = new LinkedHashSet<>();
        for (Unmet.Lacking leaf : leaves) {
            words.definitions(leaf.fact()).forEach(signal -> {
                if (!shows(signal.name())) {
                    changes.add(new Change.With(signal, false));
                }
                if (MissingWords.inTitle(leaf.fact())) {
                    changes.add(new Change.With(signal, true));
                }
            });
        }
        inTheWay.forEach(signal -> changes.add(new Change.Without(signal.name())));
        return List.copyOf(changes);
    }

    private boolean shows(String signal) {
        return reading.signals().stream().anyMatch(found -> found.name().equals(signal));
    }

    private static Stream<List<Change>> pairs(List<Change> changes) {
        List<List<Change>> pairs = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            for (int j = i + 1; j < changes.size(); j++) {
                pairs.add(List.of(changes.get(i), changes.get(j)));
            }
        }
        return pairs.stream().limit(MOST_PAIRS);
    }

    /** Where a word anywhere is enough, there is no need to say that one in the title is, too. */
    private static List<List<Change>> withoutStricter(List<List<Change>> found) {
        return found.stream()
                .filter(changes -> !found.contains(changes.stream()
                                .map(change -> change instanceof Change.With(SignalDefinition signal, boolean inTitle)
                                                && inTitle
                                        ? new Change.With(signal, false)
                                        : change)
                                .toList())
                        || changes.stream().noneMatch(WhatIf::isInTitle))
                .toList();
    }

    private static boolean isInTitle(Change change) {
        return change instanceof Change.With with && with.inTitle();
    }

    private List<Tried> trying(Stream<List<Change>> all) {
        Allowance most = Allowance.current().part(MOST_OF_THE_TIME);
        List<Tried> found = new ArrayList<>();
        Iterator<List<Change>> each = all.iterator();
        while (each.hasNext() && !most.isOver()) {
            List<Change> changes = each.next();
            most.spentOn(() -> trying(changes)).ifPresent(found::add);
        }
        return found;
    }

    /** A policy that fails on a text that nobody wrote brings nothing in. */
    private Optional<Tried> trying(List<Change> changes) {
        try {
            PolicyDecision decision = Planner.decide(pack, task, context, changed(changes), List.of());
            return wanted.test(decision) ? Optional.of(new Tried(changes, different(decision))) : Optional.empty();
        } catch (RuleFailure | RuleLimitException e) {
            return Optional.empty();
        }
    }

    private long different(PolicyDecision decision) {
        Set<Object> now = decision.concluded().stream().map(Reasoned::what).collect(Collectors.toSet());
        return Stream.concat(
                        now.stream().filter(fact -> !before.contains(fact)),
                        before.stream().filter(fact -> !now.contains(fact)))
                .count();
    }

    private Reading changed(List<Change> changes) {
        List<Signal> signals = new ArrayList<>(reading.signals());
        for (Change change : changes) {
            switch (change) {
                case Change.With with -> {
                    signals.removeIf(
                            signal -> signal.name().equals(with.signal().name()));
                    signals.add(signal(with));
                }
                case Change.Without without ->
                    signals.removeIf(signal -> signal.name().equals(without.signal()));
            }
        }
        return new Reading(signals, reading.mentions(), reading.sentences());
    }

    private static Signal signal(Change.With with) {
        SignalDefinition signal = with.signal();
        Evidence supposed = new Evidence(signal.name(), 0, 0, with.inTitle() ? "title" : "description");
        return new Signal(signal.kind(), signal.name(), signal.weight(), with.inTitle(), List.of(supposed));
    }

    private static Enough enough(List<Change> changes) {
        List<SignalWords> with = changes.stream()
                .filter(Change.With.class::isInstance)
                .map(Change.With.class::cast)
                .map(change -> MissingWords.words(change.signal(), change.inTitle()))
                .toList();
        List<String> without = changes.stream()
                .filter(Change.Without.class::isInstance)
                .map(change -> ((Change.Without) change).signal())
                .toList();
        return new Enough(sentence(with, without), with, without);
    }

    private static String sentence(List<SignalWords> with, List<String> without) {
        Stream<String> added = with.stream()
                .map(words -> "one of these words in the "
                        + (words.inTitle() ? "title, or the first sentence where there is none" : "text") + ": "
                        + String.join(", ", words.words()) + " (signal " + words.signal() + ")");
        Stream<String> dropped = without.stream().map(signal -> "no words for the signal " + signal);
        String all = Stream.concat(added, dropped).collect(Collectors.joining("; and "));
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }
}
