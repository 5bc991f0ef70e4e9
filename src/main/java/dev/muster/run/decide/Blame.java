package dev.muster.run.decide;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Role;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Rounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose work puts a finding right that stands behind several steps: the last that touched the file; where no file is named, or
 * nobody touched it, the last primary agent.
 *
 * @param candidates steps whose work is done, in the order of the plan
 */
public record Blame(List<RunStep> candidates) {
    private static final Comparator<RunStep> WHOSE_WORK_IT_IS = Comparator.<RunStep, Boolean>comparing(
                    stop -> stop.step().role() == Role.PRIMARY)
            .thenComparing(RunStep::place);

    public Blame {
        candidates = List.copyOf(candidates);
    }

    /** Those whose work a reviewer's step builds on. */
    public static Blame ofReviewer(RunState state, RunStep reviewer) {
        TreeSet<Integer> upstream = new TreeSet<>();
        List<Integer> open = new ArrayList<>(reviewer.waitsFor());
        while (!open.isEmpty()) {
            int place = open.removeLast();
            if (upstream.add(place)) {
                open.addAll(state.route().steps().get(place).waitsFor());
            }
        }
        return of(state, new ArrayList<>(upstream));
    }

    /** Those whose work stands in a phase. */
    public static Blame ofPhase(RunState state, RunPhase runPhase) {
        TreeSet<Integer> within = new TreeSet<>();
        add(state, runPhase, within);
        return of(state, new ArrayList<>(within));
    }

    /** Whether there is anybody, be their rounds used up or not. */
    public boolean somebody() {
        return !candidates.isEmpty();
    }

    /** Those who have to act, with what; none where nobody has a round left. */
    Map<RunStep, List<Finding>> share(RunState state, List<Finding> findings) {
        List<RunStep> able =
                candidates.stream().filter(stop -> Rounds.left(state, stop) > 0).toList();
        Map<RunStep, List<Finding>> shares = new LinkedHashMap<>();
        able.stream().max(WHOSE_WORK_IT_IS).ifPresent(otherwise -> {
            for (Finding finding : findings) {
                RunStep author = author(state, able, finding.file());
                shares.computeIfAbsent(author == null ? otherwise : author, stop -> new ArrayList<>())
                        .add(finding);
            }
            if (findings.isEmpty()) {
                shares.put(otherwise, List.of());
            }
        });
        return shares;
    }

    public List<String> names(RunState state, List<Finding> findings) {
        return share(state, findings).keySet().stream().map(RunStep::name).toList();
    }

    /** The one who would act if rounds were no limit. */
    public List<RunStep> first() {
        return candidates.stream().max(WHOSE_WORK_IT_IS).stream().toList();
    }

    private static @Nullable RunStep author(RunState state, List<RunStep> among, @Nullable String file) {
        for (RunStep stop : among.reversed()) {
            Outcome.Succeeded result = state.step(stop.place()).result();
            if (file != null
                    && result != null
                    && (result.filesChanged().contains(file)
                            || result.filesCreated().contains(file))) {
                return stop;
            }
        }
        return null;
    }

    private static void add(RunState state, RunPhase runPhase, TreeSet<Integer> within) {
        within.addAll(runPhase.steps());
        runPhase.nested().forEach(place -> add(state, state.route().phases().get(place), within));
    }

    private static Blame of(RunState state, List<Integer> places) {
        return new Blame(places.stream()
                .map(place -> state.route().steps().get(place))
                .filter(stop -> stop.step().role() != Role.REVIEWER
                        && state.step(stop.place()).done())
                .toList());
    }
}
