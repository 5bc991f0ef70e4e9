package dev.muster.policy.impact;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.settling.Settling;
import dev.muster.plan.settling.SettlingException;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.impact.Impact.Difference;
import dev.muster.policy.impact.Impact.PlanChange;
import dev.muster.policy.impact.Impact.ReviewChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans tasks on two versions of a pack, on all cores, and holds the plans against each other. */
public final class Impacts {
    private static final String UNTRIED =
            "It could not be tried: the tasks before it took all the time that there is for so many.";

    private final Pack before;
    private final Pack after;

    private Impacts(Pack before, Pack after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The impact of a change.
     *
     * @param before the version that is held against
     * @param after the version that is tried
     * @param progress is told how many tasks are done, from any thread
     */
    public static Impact of(Pack before, Pack after, List<PlannedTask> tasks, IntConsumer progress) {
        Impacts impacts = new Impacts(before, after);
        AtomicInteger done = new AtomicInteger();
        List<Compared> compared = Allowance.forMany(Allowance.timeOf(2 * tasks.size()), () -> {
            Function<Integer, Compared> compare = Allowance.shared(i -> impacts.compare(i, tasks.get(i)));
            return IntStream.range(0, tasks.size())
                    .parallel()
                    .mapToObj(i -> {
                        Compared one = compare.apply(i);
                        progress.accept(done.incrementAndGet());
                        return one;
                    })
                    .toList();
        });
        return Summary.of(before, after, compared);
    }

    /**
     * One task on both versions.
     *
     * @param change null where the plans are the same
     */
    record Compared(
            int stepsBefore, int stepsAfter, @Nullable PlanChange change) {}

    /** What came of planning: a plan, or why there is none. */
    private record Made(@Nullable Plan plan, @Nullable String failure) {
        int steps() {
            return plan == null ? 0 : (int) plan.steps().count();
        }
    }

    private Compared compare(int index, PlannedTask task) {
        Made old = plan(before, task);
        Made now = plan(after, task);
        List<ReviewChange> reviews = reviewsLost(old.plan(), now.plan());
        List<Difference> differences = differences(old.plan(), now.plan());
        String failure = failure(old, now);
        if (reviews.isEmpty() && differences.isEmpty() && failure == null) {
            return new Compared(old.steps(), now.steps(), null);
        }
        String ref = Objects.requireNonNullElse(task.ref(), "#" + (index + 1));
        PlanChange change = new PlanChange(ref, title(task), reviews, differences, old.steps(), now.steps(), failure);
        return new Compared(old.steps(), now.steps(), change);
    }

    /** What fails now; and what was not tried to its end, as nobody knows whether the plan loses something. */
    private static @Nullable String failure(Made old, Made now) {
        if (old.failure() == null) {
            return now.failure();
        }
        return Allowance.current().isOver() ? UNTRIED : null;
    }

    private static String title(PlannedTask task) {
        String text = task.title().isBlank() ? task.description() : task.title();
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 100 ? line : line.substring(0, 99) + "…";
    }

    /** Both plans get one stamp, so that they differ only in what follows from the policy. */
    private static Made plan(Pack pack, PlannedTask task) {
        if (Allowance.current().isOver()) {
            return new Made(null, UNTRIED);
        }
        Plan.PackRef ref = new Plan.PackRef(pack.name(), "", List.<Because>of());
        try {
            Settling.Stamp stamp = new Settling.Stamp("impact", 1, Instant.EPOCH, ref, task);
            return new Made(Allowance.forOneOfMany(() -> Planner.plan(pack, stamp)), null);
        } catch (SettlingException | RuleFailure | RuleLimitException e) {
            return new Made(null, String.valueOf(e.getMessage()));
        } catch (OverLimitException e) {
            return new Made(null, "Planning was stopped after " + e.reached() + ".");
        } catch (StackOverflowError | OutOfMemoryError e) {
            return new Made(null, "Planning failed: " + e + ".");
        }
    }

    private List<ReviewChange> reviewsLost(@Nullable Plan old, @Nullable Plan now) {
        if (old == null) {
            return List.of();
        }
        Map<String, ReviewLevel> had = PlanReviews.levels(old, before.settings().frame());
        Map<String, ReviewLevel> has = now == null
                ? Map.of()
                : PlanReviews.levels(now, after.settings().frame());
        List<ReviewChange> lost = new ArrayList<>();
        had.forEach((kind, level) -> {
            ReviewLevel left = has.get(kind);
            if (left == null || isWeaker(left, level)) {
                lost.add(new ReviewChange(kind, level, left));
            }
        });
        return lost;
    }

    private static boolean isWeaker(ReviewLevel one, ReviewLevel other) {
        return strictness(one) < strictness(other);
    }

    static int strictness(ReviewLevel level) {
        return switch (level) {
            case ADVISORY -> 0;
            case SOFT -> 1;
            case HARD -> 2;
        };
    }

    private static List<Difference> differences(@Nullable Plan old, @Nullable Plan now) {
        return Stream.of(Part.values())
                .map(part -> difference(part, entries(part, old), entries(part, now)))
                .filter(difference ->
                        !difference.lost().isEmpty() || !difference.gained().isEmpty())
                .toList();
    }

    private static List<String> entries(Part part, @Nullable Plan plan) {
        return plan == null ? List.of() : part.of(plan);
    }

    private static Difference difference(Part part, List<String> old, List<String> now) {
        return new Difference(part, without(old, now), without(now, old));
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
