package dev.muster.run.fold;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunStep;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Who judges a step's work among those that come after it. */
public final class Downstream {
    private Downstream() {}

    /** The reviewers' steps whose judgement binds, in the order of the plan. */
    public static List<RunStep> reviewers(Route route, RunStep stop) {
        TreeSet<Integer> after = new TreeSet<>();
        List<Integer> open = new ArrayList<>(stop.holdsUp());
        while (!open.isEmpty()) {
            int place = open.removeLast();
            if (after.add(place)) {
                open.addAll(route.steps().get(place).holdsUp());
            }
        }
        return after.stream()
                .map(place -> route.steps().get(place))
                .filter(later -> later.judges() && later.gates().getFirst().level() != ReviewLevel.ADVISORY)
                .toList();
    }
}
