package dev.muster.plan;

import dev.muster.plan.Frame.PhaseFrame;
import dev.muster.plan.Proposal.Before;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts steps into an order: what rules said comes before what, phase after phase, and within a sequential phase one after
 * another. A step that does not block holds up only those that a rule names after it.
 */
final class StepOrder {
    private final List<StepDraft> ordered = new ArrayList<>();
    private final Map<StepKey, Set<StepKey>> waitsFor = new HashMap<>();

    StepOrder(Frame frame, Collection<StepDraft> steps, List<Reasoned<Before>> befores) {
        List<Edge> edges = new ArrayList<>(ruled(steps, befores));
        edges.addAll(phased(frame, steps));
        steps.forEach(step -> waitsFor.put(step.key(), new HashSet<>()));
        edges.forEach(edge -> waitsFor(edge.after()).add(edge.before()));
        Set<StepKey> done = new HashSet<>();
        for (PhaseFrame phase : frame.allPhases()) {
            List<StepDraft> here =
                    steps.stream().filter(s -> s.phase().equals(phase.name())).toList();
            List<StepDraft> inOrder = sort(here, done, edges);
            if (phase.mode() == PhaseMode.SEQUENTIAL) {
                chain(inOrder);
            }
            ordered.addAll(inOrder);
        }
    }

    /** The steps, phase by phase, each after all that it waits for. */
    List<StepDraft> ordered() {
        return List.copyOf(ordered);
    }

    /** What a step waits for, without what follows from the rest, in the order of the plan. */
    List<StepKey> dependencies(StepKey key) {
        Set<StepKey> direct = waitsFor(key);
        Set<StepKey> implied = new HashSet<>();
        direct.forEach(before -> addAllBefore(before, implied));
        return ordered.stream()
                .map(StepDraft::key)
                .filter(before -> direct.contains(before) && !implied.contains(before))
                .toList();
    }

    private void addAllBefore(StepKey key, Set<StepKey> found) {
        for (StepKey before : waitsFor(key)) {
            if (found.add(before)) {
                addAllBefore(before, found);
            }
        }
    }

    private Set<StepKey> waitsFor(StepKey key) {
        return java.util.Objects.requireNonNull(waitsFor.get(key));
    }

    private static List<Edge> ruled(Collection<StepDraft> steps, List<Reasoned<Before>> befores) {
        List<Edge> edges = new ArrayList<>();
        for (Reasoned<Before> before : befores) {
            Before order = before.what();
            for (StepKey first : named(steps, order.agent(), order.purpose())) {
                for (StepKey then : named(steps, order.thenAgent(), order.thenPurpose())) {
                    edges.add(new Edge(first, then, before.because().getFirst()));
                }
            }
        }
        return edges;
    }

    private static List<StepKey> named(Collection<StepDraft> steps, String agent, String purpose) {
        return steps.stream()
                .map(StepDraft::key)
                .filter(key -> key.is(agent, purpose))
                .toList();
    }

    private static List<Edge> phased(Frame frame, Collection<StepDraft> steps) {
        List<String> names = frame.phaseNames();
        List<Edge> edges = new ArrayList<>();
        for (StepDraft after : steps) {
            PhaseFrame phase = java.util.Objects.requireNonNull(frame.phase(after.phase()));
            int position = names.indexOf(after.phase());
            steps.stream()
                    .filter(before -> before.blocking() && names.indexOf(before.phase()) < position)
                    .forEach(before -> edges.add(new Edge(before.key(), after.key(), phase.because())));
        }
        return edges;
    }

    /** Whoever waits for nothing that is still open comes next; among several the primary agent's, then by name. */
    private static List<StepDraft> sort(List<StepDraft> steps, Set<StepKey> done, List<Edge> edges) {
        Comparator<StepDraft> first = Comparator.comparing(StepDraft::role).thenComparing(StepDraft::key);
        TreeSet<StepDraft> open = new TreeSet<>(first);
        open.addAll(steps);
        List<StepDraft> sorted = new ArrayList<>();
        while (!open.isEmpty()) {
            StepDraft next = open.stream()
                    .filter(step -> edges.stream()
                            .allMatch(edge -> !edge.after().equals(step.key()) || done.contains(edge.before())))
                    .findFirst()
                    .orElseThrow(() -> cycle(open.first().key(), edges, done));
            open.remove(next);
            done.add(next.key());
            sorted.add(next);
        }
        return sorted;
    }

    private void chain(List<StepDraft> steps) {
        for (int i = 1; i < steps.size(); i++) {
            for (StepDraft before : steps.subList(0, i)) {
                if (before.blocking()) {
                    waitsFor(steps.get(i).key()).add(before.key());
                }
            }
        }
    }

    /** Walks back from a step that cannot start until a step comes up again: that is the cycle. */
    private static SettlingException cycle(StepKey start, List<Edge> edges, Set<StepKey> done) {
        LinkedHashSet<StepKey> seen = new LinkedHashSet<>();
        List<Edge> walked = new ArrayList<>();
        StepKey here = start;
        while (seen.add(here)) {
            StepKey stuck = here;
            Edge back = edges.stream()
                    .filter(edge -> edge.after().equals(stuck) && !done.contains(edge.before()))
                    .findFirst()
                    .orElseThrow();
            walked.addFirst(back);
            here = back.before();
        }
        StepKey closing = here;
        List<Edge> cycle = new ArrayList<>();
        int from = walked.indexOf(walked.stream()
                .filter(edge -> edge.before().equals(closing))
                .findFirst()
                .orElseThrow());
        for (int i = from; i < walked.size(); i++) {
            cycle.add(walked.get(i));
            if (walked.get(i).after().equals(closing)) {
                break;
            }
        }
        return new SettlingException(List.of(new Fault(place(cycle.getFirst().because()), words(cycle))));
    }

    private static String words(List<Edge> cycle) {
        String steps = cycle.stream().map(edge -> edge.before() + " → ").collect(Collectors.joining());
        String rules = cycle.stream()
                .map(edge -> edge.because().rule() + " (" + edge.because().file() + ":"
                        + edge.because().line() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        return "These steps wait for one another in a circle: " + steps
                + cycle.getFirst().before() + ". The order comes from: " + rules
                + ". Take back one of them.";
    }

    private static Place place(Because because) {
        return new Place(because.file(), because.line(), 1);
    }
}
