package dev.muster.plan.rendering;

import dev.muster.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps can be at work at the same time: those of which neither waits for the other. */
public final class SideBySide {
    private final List<Plan.Step> steps;
    private final Map<String, Set<String>> before = new HashMap<>();

    public SideBySide(Plan plan) {
        steps = plan.steps().toList();
        for (Plan.Step step : steps) {
            Set<String> all = new HashSet<>(step.dependsOn());
            step.dependsOn().forEach(id -> all.addAll(before.getOrDefault(id, Set.of())));
            before.put(step.id(), all);
        }
    }

    /** The ids of the others, in the order of the plan. */
    public List<String> with(Plan.Step step) {
        return steps.stream()
                .map(Plan.Step::id)
                .filter(id -> !id.equals(step.id()) && !waits(id, step.id()) && !waits(step.id(), id))
                .toList();
    }

    private boolean waits(String step, String other) {
        return before.getOrDefault(step, Set.of()).contains(other);
    }
}
