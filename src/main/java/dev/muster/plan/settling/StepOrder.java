package dev.muster.plan.settling;

import dev.muster.limit.Allowance;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.StepKey;
import dev.muster.plan.settling.Frame.PhaseFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts steps into an order: what rules said comes before what, phase after phase, and within a sequential phase one after
 * another. A step that does not block holds up only those that a rule names after it.
 */
final class StepOrder {
    private static final int BYTES_OF_AN_EDGE = 64;

    private final List<StepDraft> ordered = new ArrayList<>();
    private final Map<StepKey, Set<StepKey>> waitsFor = new HashMap<>();

    StepOrder(Frame frame, Collection<StepDraft> steps, List<Reasoned<Before>> befores) {
        List<Edge> edges = new ArrayList<>(ruled(steps, befores));
        OrderFaults.refuseWaitingForLaterPhases(frame, steps, edges);
        edges.addAll(phased(frame, steps));
        steps.forEach(step -> waitsFor.put(step.key(), new HashSet<>()));
        edges.forEach(edge -> waitsFor(edge.after()).add(edge.before()));
        Set<StepKey> done = new HashSet<>();
        for (PhaseFrame phase : frame.allPhases()) {
            List<StepDraft> here =
                    steps.stream().filter(s -> s.phase().equals(phase.name())).toList();
            List<StepDraft> inOrder = sort(here, done, edges);
            if (frame.mode(phase) == PhaseMode.SEQUENTIAL) {
                chain(inOrder, frame.sequentialOnly());
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
        Deque<StepKey> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            Set<StepKey> before = waitsFor(open.removeLast());
            Allowance.current().tick(before.size());
            before.stream().filter(found::add).forEach(open::addLast);
        }
    }

    private Set<StepKey> waitsFor(StepKey key) {
        return Objects.requireNonNull(waitsFor.get(key));
    }

    private static List<Edge> ruled(Collection<StepDraft> steps, List<Reasoned<Before>> befores) {
        List<Edge> edges = new ArrayList<>();
        for (Reasoned<Before> before : befores) {
            Before order = before.what();
            for (StepKey first : named(steps, order.agent(), order.purpose())) {
                for (StepKey then : named(steps, order.thenAgent(), order.thenPurpose())) {
                    counted();
                    edges.add(new Edge(first, then, before.because().getFirst()));
                }
            }
        }
        return edges;
    }

    /** Many steps wait for many: what they wait for takes more time and memory than they do. */
    private static void counted() {
        Allowance allowance = Allowance.current();
        allowance.tick();
        allowance.holds(BYTES_OF_AN_EDGE);
    }

    private static List<StepKey> named(Collection<StepDraft> steps, String agent, String purpose) {
        Allowance.current().tick(steps.size());
        return steps.stream()
                .map(StepDraft::key)
                .filter(key -> key.is(agent, purpose))
                .toList();
    }

    private static List<Edge> phased(Frame frame, Collection<StepDraft> steps) {
        List<String> names = frame.phaseNames();
        List<Edge> edges = new ArrayList<>();
        for (StepDraft after : steps) {
            PhaseFrame phase = Objects.requireNonNull(frame.phase(after.phase()));
            int position = names.indexOf(after.phase());
            steps.stream()
                    .filter(before ->
                            (before.blocking() || frame.sequentialOnly()) && names.indexOf(before.phase()) < position)
                    .forEach(before -> {
                        counted();
                        edges.add(new Edge(before.key(), after.key(), phase.because()));
                    });
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
                    .filter(step -> isFree(step, edges, done))
                    .findFirst()
                    .orElseThrow(() -> OrderFaults.circle(open.first().key(), edges, done));
            open.remove(next);
            done.add(next.key());
            sorted.add(next);
        }
        return sorted;
    }

    private static boolean isFree(StepDraft step, List<Edge> edges, Set<StepKey> done) {
        Allowance.current().tick(edges.size());
        return edges.stream().allMatch(edge -> !edge.after().equals(step.key()) || done.contains(edge.before()));
    }

    private void chain(List<StepDraft> steps, boolean everyOne) {
        for (int i = 1; i < steps.size(); i++) {
            for (StepDraft before : steps.subList(0, i)) {
                if (before.blocking() || everyOne) {
                    counted();
                    waitsFor(steps.get(i).key()).add(before.key());
                }
            }
        }
    }
}
