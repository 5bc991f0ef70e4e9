package dev.muster.app.planning;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Escalation;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Planner;
import dev.muster.policy.PlanningWatch;
import dev.muster.policy.Policies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans by a pack, and by those to which its plan hands something over, where they are installed; their plans are nested in it. A
 * pack that is not there, or broken, stays an escalation. No pack plans twice, so that two that point at each other come to an end.
 */
record HandoverPlanning(Policies policies, PlanningWatch watch) {
    Plan plan(Pack pack, Settling.Stamp stamp) {
        return plan(pack, stamp, Set.of());
    }

    private Plan plan(Pack pack, Settling.Stamp stamp, Set<String> before) {
        Plan plan = FailingPolicy.told(pack.name(), pack.name() + "/pack.yaml", () -> Planner.plan(pack, stamp, watch));
        Set<String> seen = new HashSet<>(before);
        seen.add(pack.name());
        List<Plan.HandedOver> others = plan.escalations().stream()
                .flatMap(escalation -> handedOver(escalation, stamp, seen))
                .toList();
        return others.isEmpty() ? plan : plan.withHandedOver(others);
    }

    private Stream<Plan.HandedOver> handedOver(Escalation escalation, Settling.Stamp stamp, Set<String> seen) {
        String to = escalation.to();
        if (!(policies.pack(to) instanceof PackState.Loaded(Pack other)) || !seen.add(to)) {
            return Stream.empty();
        }
        Plan.PackRef ref = new Plan.PackRef(to, other.version(), escalation.because());
        Settling.Stamp nested =
                new Settling.Stamp(stamp.id() + "-" + to, stamp.version(), stamp.createdAt(), ref, stamp.task());
        return Stream.of(new Plan.HandedOver(to, plan(other, nested, seen), escalation.because()));
    }
}
