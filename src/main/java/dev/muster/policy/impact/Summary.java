package dev.muster.policy.impact;

import dev.muster.plan.ReviewLevel;
import dev.muster.policy.Pack;
import dev.muster.policy.impact.Impact.Count;
import dev.muster.policy.impact.Impact.Difference;
import dev.muster.policy.impact.Impact.LostReview;
import dev.muster.policy.impact.Impact.PlanChange;
import dev.muster.policy.impact.Impact.ReviewChange;
import dev.muster.policy.impact.Impacts.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Adds up how single plans differ. */
final class Summary {
    private Summary() {}

    static Impact of(Pack before, Pack after, List<Compared> compared) {
        List<PlanChange> changes = compared.stream()
                .map(Compared::change)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new Impact(
                after.name(),
                before.version(),
                after.version(),
                compared.size(),
                changes.size(),
                (int) changes.stream().filter(Summary::losesHardReview).count(),
                (int) changes.stream()
                        .filter(change -> change.failure() != null)
                        .count(),
                reviewsLost(changes),
                counts(changes, Difference::lost),
                counts(changes, Difference::gained),
                compared.stream().mapToInt(Compared::stepsBefore).sum(),
                compared.stream().mapToInt(Compared::stepsAfter).sum(),
                changes);
    }

    private static boolean losesHardReview(PlanChange change) {
        return change.reviewsLost().stream().anyMatch(review -> review.level() == ReviewLevel.HARD);
    }

    private static List<LostReview> reviewsLost(List<PlanChange> changes) {
        Map<ReviewChange, List<String>> tasks = new LinkedHashMap<>();
        changes.forEach(change -> change.reviewsLost()
                .forEach(review ->
                        tasks.computeIfAbsent(review, _ -> new ArrayList<>()).add(change.ref())));
        return tasks.entrySet().stream()
                .map(entry -> new LostReview(
                        entry.getKey().kind(),
                        entry.getKey().level(),
                        entry.getKey().now(),
                        entry.getValue()))
                .sorted(Comparator.comparingInt((LostReview lost) -> -Impacts.strictness(lost.level()))
                        .thenComparing(LostReview::kind))
                .toList();
    }

    private static List<Count> counts(List<PlanChange> changes, Function<Difference, List<String>> side) {
        return Stream.of(Part.values())
                .filter(Part::isCounted)
                .flatMap(part -> counts(part, changes, side).stream())
                .toList();
    }

    private static List<Count> counts(Part part, List<PlanChange> changes, Function<Difference, List<String>> side) {
        Map<String, Integer> plans = new TreeMap<>();
        for (PlanChange change : changes) {
            change.differences().stream()
                    .filter(difference -> difference.part() == part)
                    .flatMap(difference -> new HashSet<>(side.apply(difference)).stream())
                    .forEach(name -> plans.merge(name, 1, Integer::sum));
        }
        return plans.entrySet().stream()
                .map(entry -> new Count(part, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Count count) -> -count.plans()).thenComparing(Count::name))
                .toList();
    }
}
