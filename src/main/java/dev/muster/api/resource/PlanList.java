package dev.muster.api.resource;

import dev.muster.app.planning.PlanSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of plans, newest first.
 *
 * @param next where the next page is; absent on the last
 */
@RegisterForReflection
public record PlanList(List<PlanSummary> plans, @Nullable String next) {
    public PlanList {
        plans = List.copyOf(plans);
    }
}
