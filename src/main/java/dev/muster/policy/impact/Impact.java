package dev.muster.policy.impact;

import dev.muster.plan.ReviewLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How plans differ between two versions of a pack.
 *
 * @param before the version that is held against
 * @param after the version that is tried
 * @param tasks how many tasks were planned
 * @param changed how many plans differ in more than their reasons
 * @param hardReviewsLost how many plans lose a review that nobody may skip, or hold it less strictly
 * @param failures how many tasks can no longer be planned
 * @param reviewsLost by kind, the strictest first
 * @param lost what else plans no longer have, by part of the plan
 * @param gained what they have now, by part of the plan
 * @param stepsBefore steps of all plans together
 * @param changes one for each plan that differs, in the order of the tasks
 */
public record Impact(
        String pack,
        String before,
        String after,
        int tasks,
        int changed,
        int hardReviewsLost,
        int failures,
        List<LostReview> reviewsLost,
        List<Count> lost,
        List<Count> gained,
        int stepsBefore,
        int stepsAfter,
        List<PlanChange> changes) {
    public Impact {
        reviewsLost = List.copyOf(reviewsLost);
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
        changes = List.copyOf(changes);
    }

    /** Whether the change must not go live as it is. */
    public boolean isAlarming() {
        return hardReviewsLost > 0 || failures > 0;
    }

    /**
     * A kind of review that plans lose.
     *
     * @param now how strictly the plans still have it; null where they do not have it any more
     * @param tasks the references of the tasks
     */
    public record LostReview(
            String kind, ReviewLevel level, @Nullable ReviewLevel now, List<String> tasks) {
        public LostReview {
            tasks = List.copyOf(tasks);
        }

        public boolean isHard() {
            return level == ReviewLevel.HARD;
        }
    }

    /** How many plans lose or gain something of a part of the plan, such as an agent. */
    public record Count(Part part, String name, int plans) {}

    /**
     * How the plan of one task differs.
     *
     * @param ref the task's reference, or its number
     * @param failure why it can no longer be planned; null where it can
     */
    public record PlanChange(
            String ref,
            String title,
            List<ReviewChange> reviewsLost,
            List<Difference> differences,
            int stepsBefore,
            int stepsAfter,
            @Nullable String failure) {
        public PlanChange {
            reviewsLost = List.copyOf(reviewsLost);
            differences = List.copyOf(differences);
        }
    }

    /** A review that one plan loses; {@code now} is null where it is gone. */
    public record ReviewChange(
            String kind, ReviewLevel level, @Nullable ReviewLevel now) {}

    /** What differs in one part of a plan. */
    public record Difference(Part part, List<String> lost, List<String> gained) {
        public Difference {
            lost = List.copyOf(lost);
            gained = List.copyOf(gained);
        }
    }
}
