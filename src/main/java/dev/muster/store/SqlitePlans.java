package dev.muster.store;

import dev.muster.app.PlanStore;
import dev.muster.app.PlanSummary;
import dev.muster.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlitePlans implements PlanStore {
    @Override
    public void save(Plan plan) {}

    @Override
    public @Nullable Plan find(String id) {
        return null;
    }

    @Override
    public List<PlanSummary> list(int limit, @Nullable String before) {
        return List.of();
    }
}
