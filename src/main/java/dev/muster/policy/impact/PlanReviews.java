package dev.muster.policy.impact;

import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Role;
import dev.muster.plan.settling.Frame;
import java.util.Map;
import java.util.TreeMap;

/** The reviews of a plan: of the whole work by their kind, of one agent's output by kind and agent. */
final class PlanReviews {
    private PlanReviews() {}

    /** What is reviewed, and for what kind of review. */
    static Map<String, String> of(Plan plan) {
        Map<String, String> kinds = new TreeMap<>();
        plan.steps().forEach(step -> {
            if (step.role() == Role.REVIEWER) {
                kinds.put(step.kind(), step.kind());
            }
            step.reviews().forEach(gate -> kinds.put(gate.kind() + " of " + step.agent(), gate.kind()));
        });
        return kinds;
    }

    /** How strictly each is held. */
    static Map<String, ReviewLevel> levels(Plan plan, Frame frame) {
        Map<String, ReviewLevel> levels = new TreeMap<>();
        of(plan).forEach((name, kind) -> levels.put(name, frame.reviewing(kind).level()));
        return levels;
    }
}
