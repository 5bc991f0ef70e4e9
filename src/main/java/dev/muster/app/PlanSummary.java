package dev.muster.app;

import dev.muster.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list of plans says about each. */
public record PlanSummary(
        String id,
        int version,
        Instant createdAt,
        Plan.Status status,
        String pack,
        String packVersion,
        @Nullable String ref,
        String title) {}
