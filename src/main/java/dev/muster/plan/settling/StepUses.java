package dev.muster.plan.settling;

import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Role;
import dev.muster.plan.StepKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which steps there are: who takes part, and what for. */
final class StepUses {
    private StepUses() {}

    static Map<StepKey, List<Reasoned<UseAgent>>> byStep(Proposals proposals) {
        Map<StepKey, List<Reasoned<UseAgent>>> byKey = new TreeMap<>();
        List<Reasoned<UseAgent>> withoutPurpose = new ArrayList<>();
        for (Reasoned<UseAgent> use : proposals.of(UseAgent.class)) {
            String purpose = use.what().purpose();
            if (purpose == null) {
                withoutPurpose.add(use);
            } else {
                put(byKey, new StepKey(use.what().agent(), purpose, StepKey.WORK), use);
            }
        }
        for (Reasoned<Review> review : proposals.of(Review.class)) {
            var use = new UseAgent(review.what().agent(), Role.REVIEWER, StepKey.REVIEW);
            put(byKey, StepKey.review(review.what()), new Reasoned<>(use, review.because()));
        }
        List<StepKey> purposed = List.copyOf(byKey.keySet());
        withoutPurpose.stream()
                .collect(Collectors.groupingBy(use -> use.what().agent()))
                .forEach((agent, uses) -> join(byKey, purposed, agent, uses));
        return byKey;
    }

    /** Who without what-for joins every purpose that the agent has; where it has none, its strongest role gives one. */
    private static void join(
            Map<StepKey, List<Reasoned<UseAgent>>> byKey,
            List<StepKey> purposed,
            String agent,
            List<Reasoned<UseAgent>> uses) {
        Role role = strongest(uses);
        List<StepKey> own = purposed.stream()
                .filter(key -> key.agent().equals(agent) && (key.kind().equals(StepKey.WORK) || role == Role.REVIEWER))
                .toList();
        List<StepKey> keys = own.isEmpty() ? List.of(new StepKey(agent, purpose(role), StepKey.WORK)) : own;
        keys.forEach(key -> uses.forEach(use -> put(byKey, key, use)));
    }

    static Role strongest(List<Reasoned<UseAgent>> uses) {
        return uses.stream()
                .map(use -> use.what().role())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String purpose(Role role) {
        return switch (role) {
            case PRIMARY -> "implement";
            case SUPPORTING -> "support";
            case REVIEWER -> StepKey.REVIEW;
        };
    }

    private static void put(Map<StepKey, List<Reasoned<UseAgent>>> byKey, StepKey key, Reasoned<UseAgent> use) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
    }
}
