package dev.muster.app.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.json.Json;
import dev.muster.plan.Plan;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Plans in memory, as their JSON. */
public final class MemoryPlans implements PlanStore {
    private final Map<String, String> plans = new ConcurrentHashMap<>();

    @Override
    public void open() {}

    @Override
    public void save(Plan plan) {
        plans.put(plan.id(), Json.line(plan));
    }

    public void put(String id, String json) {
        plans.put(id, json);
    }

    @Override
    public @Nullable Plan find(String id) {
        String json = json(id);
        try {
            return json == null ? null : Json.read(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String json(String id) {
        return plans.get(id);
    }

    @Override
    public List<PlanSummary> list(int limit, @Nullable String before) {
        throw new UnsupportedOperationException();
    }
}
