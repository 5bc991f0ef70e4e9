package dev.muster.api;

import dev.muster.app.PlanSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of plans, newest first.
 *
 * @param next where the next page is; absent on the last
 */
public record PlanList(List<PlanSummary> plans, @Nullable String next) {
    public PlanList {
        plans = List.copyOf(plans);
    }
}
