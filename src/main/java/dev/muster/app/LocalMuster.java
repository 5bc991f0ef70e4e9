package dev.muster.app;

import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.authoring.Catalogue;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.PlanTask;
import dev.muster.app.planning.Submission;
import dev.muster.app.planning.WhyPlan;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.policy.live.InForce;
import dev.muster.policy.why.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Muster in this process. */
@ApplicationScoped
public class LocalMuster implements Muster {
    private final PlanTask planTask;
    private final PlanStore store;
    private final Catalogue catalogue;
    private final WhyPlan whyPlan;
    private final LivePolicies policies;

    LocalMuster(PlanTask planTask, PlanStore store, Catalogue catalogue, WhyPlan whyPlan, LivePolicies policies) {
        this.planTask = planTask;
        this.store = store;
        this.catalogue = catalogue;
        this.whyPlan = whyPlan;
        this.policies = policies;
    }

    @Override
    public Plan plan(Submission submission) {
        InForce inForce = policies.inForce();
        Plan plan = planTask.plan(inForce.policies(), submission);
        policies.keep(inForce, plan);
        store.save(plan);
        return plan;
    }

    @Override
    public Plan answer(String id, Map<String, String> answers) {
        InForce inForce = policies.inForce();
        Plan plan = planTask.answered(inForce.policies(), find(id), answers);
        policies.keep(inForce, plan);
        store.save(plan);
        return plan;
    }

    @Override
    public Plan find(String id) {
        Plan plan = store.find(id);
        if (plan == null) {
            throw new Refusal(new PlanReason.NoSuchPlan(id));
        }
        return plan;
    }

    @Override
    public Why why(String id, String about) {
        return whyPlan.why(find(id), about);
    }

    @Override
    public List<PlanSummary> plans(int limit, @Nullable String before) {
        return store.list(limit, before);
    }

    @Override
    public List<AgentSummary> agents(@Nullable String pack) {
        return catalogue.agents(pack);
    }

    @Override
    public List<PackSummary> policies() {
        return policies.policies();
    }
}
