package dev.muster.app.planning;

import dev.muster.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of plans says about each.
 *
 * @param title the task's title, else the beginning of its description
 */
public record PlanSummary(
        String id,
        int version,
        Instant createdAt,
        Plan.Status status,
        String pack,
        String packVersion,
        @Nullable String ref,
        String title) {
    private static final int MAX_TITLE_LENGTH = 100;

    public static PlanSummary of(Plan plan) {
        return new PlanSummary(
                plan.id(),
                plan.version(),
                plan.createdAt(),
                plan.status(),
                plan.pack().name(),
                plan.pack().version(),
                plan.task().ref(),
                title(plan.task()));
    }

    private static String title(Plan.PlannedTask task) {
        String words = task.title().isBlank() ? task.description() : task.title();
        String line = words.strip().lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(MAX_TITLE_LENGTH, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}
