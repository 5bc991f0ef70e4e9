package dev.muster.app.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.json.Json;
import dev.muster.app.planning.Replay.Difference;
import dev.muster.app.policies.PolicyVersions;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/** Proves that a plan follows from its task, context, answers and policy: by planning again from what was kept. */
@ApplicationScoped
public class Replaying {
    private final PlanStore plans;
    private final PolicyVersions versions;

    public Replaying(PlanStore plans, PolicyVersions versions) {
        this.plans = plans;
        this.versions = versions;
    }

    public Replay replay(String id) {
        String kept = plans.json(id);
        if (kept == null) {
            throw new Refusal(new PlanReason.NoSuchPlan(id));
        }
        Plan plan = read(id, kept);
        Plan again = PlanTask.again(versions.policiesOf(plan), plan);
        List<Difference> differences = PlanDifferences.between(kept, Json.line(again));
        return new Replay(id, plan.pack().name(), plan.pack().version(), differences.isEmpty(), differences);
    }

    private static Plan read(String id, String json) {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The stored plan " + id + " cannot be read.", e);
        }
    }
}
