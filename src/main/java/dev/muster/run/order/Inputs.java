package dev.muster.run.order;

import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Handed.Relation;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.plan.Role;
import dev.muster.plan.Running;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier results a call is handed: those that it builds on or judges, and those of all that was done before it, the
 * latter in a few sentences unless the plan wants everything handed on. The number is bounded; the nearest come first.
 */
record Inputs(RunState state, RunStep stop) {
    private static final int CLOSE = 20;
    private static final int MOST = 60;

    List<Handed> of(OpenCall call, @Nullable Gate gate) {
        TreeMap<Integer, Handed> handed = new TreeMap<>();
        boolean judges = gate != null && gate.own();
        if (gate != null && !judges) {
            put(handed, stop, Relation.SUBJECT, true);
        } else if (call.purpose() == Purpose.REWORK) {
            put(handed, stop, Relation.OWN, true);
        }
        for (RunStep before : judges ? upstream() : direct()) {
            boolean subject = judges && before.step().role() != Role.REVIEWER;
            put(handed, before, subject ? Relation.SUBJECT : Relation.DEPENDENCY, true);
        }
        for (int place = stop.place() - 1; place >= 0 && handed.size() < MOST; place--) {
            put(handed, state.route().steps().get(place), Relation.EARLIER, everything());
        }
        return new ArrayList<>(handed.values());
    }

    private boolean everything() {
        Running running = stop.plan().running();
        return running != null && running.context() == Running.Handing.EVERYTHING;
    }

    private List<RunStep> direct() {
        return stop.waitsFor().stream()
                .limit(CLOSE)
                .map(place -> state.route().steps().get(place))
                .toList();
    }

    /** What a reviewer judges is all that the work before it builds on, nearest first. */
    private List<RunStep> upstream() {
        List<RunStep> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(stop.waitsFor());
        while (!open.isEmpty() && found.size() < CLOSE) {
            int place = open.removeFirst();
            if (seen.add(place)) {
                RunStep before = state.route().steps().get(place);
                found.add(before);
                open.addAll(before.waitsFor());
            }
        }
        return found;
    }

    private void put(TreeMap<Integer, Handed> into, RunStep from, Relation relation, boolean whole) {
        Outcome.Succeeded result = state.step(from.place()).result();
        if (result != null) {
            into.putIfAbsent(from.place(), handed(from, result, relation, whole));
        }
    }

    private static Handed handed(RunStep from, Outcome.Succeeded result, Relation relation, boolean whole) {
        return new Handed(
                from.name(),
                from.step().agent(),
                relation,
                result.summary(),
                whole ? result.output() : "",
                result.filesCreated(),
                result.filesChanged());
    }
}
