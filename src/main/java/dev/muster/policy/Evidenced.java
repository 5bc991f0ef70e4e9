package dev.muster.policy;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.limit.Allowance;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the text that facts go back to, over all the rules in between. Facts that are reasons of one another have the same words, so
 * each such circle is gone through once (Tarjan's components), and each reason once: what takes as long as there are ways through the
 * reasons would take for ever.
 */
final class Evidenced {
    private final Map<Object, Derived> derived = new HashMap<>();
    private final Map<Object, Set<Evidence>> known = new HashMap<>();
    private final Map<Object, Visit> open = new HashMap<>();
    private final Deque<Visit> circle = new ArrayDeque<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private int visited;

    Evidenced(Collection<Derived> all) {
        all.forEach(fact -> derived.put(fact.fact(), fact));
    }

    /** A fact on the way to its words. */
    private static final class Visit {
        private final Object fact;
        private final int number;
        private final Iterator<Object> from;
        private final Set<Evidence> found;
        private int lowest;

        Visit(Object fact, int number, Iterator<Object> from) {
            this.fact = fact;
            this.number = number;
            this.lowest = number;
            this.from = from;
            this.found = new HashSet<>(own(fact));
        }
    }

    /** The words that a fact goes back to. */
    Set<Evidence> of(Object fact) {
        Set<Evidence> words = known.get(fact);
        if (words != null) {
            return words;
        }
        enter(fact);
        while (!path.isEmpty()) {
            Allowance.current().tick();
            Visit at = path.getLast();
            if (at.from.hasNext()) {
                follow(at, at.from.next());
            } else {
                leave(at);
            }
        }
        return known.getOrDefault(fact, Set.of());
    }

    private void enter(Object fact) {
        Derived source = derived.get(fact);
        Iterator<Object> from = source == null
                ? List.of().iterator()
                : source.reasons().stream().flatMap(Evidenced::matched).iterator();
        Visit visit = new Visit(fact, visited++, from);
        open.put(fact, visit);
        circle.addLast(visit);
        path.addLast(visit);
    }

    private void follow(Visit at, Object next) {
        Set<Evidence> words = known.get(next);
        Visit before = open.get(next);
        if (words != null) {
            at.found.addAll(words);
        } else if (before != null) {
            at.lowest = Math.min(at.lowest, before.number);
        } else {
            enter(next);
        }
    }

    private void leave(Visit at) {
        path.removeLast();
        if (at.lowest == at.number) {
            close(at);
        }
        @Nullable Visit above = path.peekLast();
        if (above != null) {
            above.lowest = Math.min(above.lowest, at.lowest);
            above.found.addAll(at.found);
        }
    }

    /** All facts of a circle are known at once: they share their words. */
    private void close(Visit first) {
        List<Visit> members = new ArrayList<>();
        Visit last;
        do {
            last = circle.removeLast();
            members.add(last);
            first.found.addAll(last.found);
        } while (last != first);
        for (Visit member : members) {
            open.remove(member.fact);
            known.put(member.fact, first.found);
        }
    }

    private static Stream<Object> matched(Firing reason) {
        return flat(reason.matched());
    }

    /** Collected facts count as if the rule had matched each of them. */
    static Stream<Object> flat(Collection<?> matched) {
        return matched.stream()
                .flatMap(fact -> fact instanceof Collection<?> several ? several.stream() : Stream.of(fact))
                .map(Object.class::cast);
    }

    private static Collection<Evidence> own(Object fact) {
        return switch (fact) {
            case Signal signal -> signal.evidence();
            case Mention mention -> mention.evidence();
            case Sentence sentence -> List.of(sentence.evidence());
            default -> List.of();
        };
    }
}
