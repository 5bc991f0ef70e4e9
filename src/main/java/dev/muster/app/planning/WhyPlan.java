package dev.muster.app.planning;

import dev.muster.app.policies.PolicyVersions;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.why.Explaining;
import dev.muster.policy.why.UnknownSubjectException;
import dev.muster.policy.why.Why;
import jakarta.enterprise.context.ApplicationScoped;

/** Says why something is in a plan, or why not. */
@ApplicationScoped
public class WhyPlan {
    private final PolicyVersions versions;

    WhyPlan(PolicyVersions versions) {
        this.versions = versions;
    }

    /**
     * The answer of the version of the pack that made the plan.
     *
     * @throws Refusal where that is not kept, or nothing has that name
     */
    public Why why(Plan plan, String about) {
        Pack pack = versions.packOf(plan);
        try {
            return FailingPolicy.told(pack.name(), pack.name() + "/pack.yaml", () -> Explaining.why(pack, plan, about));
        } catch (UnknownSubjectException e) {
            throw new Refusal(new PlanReason.UnknownSubject(e.about(), e.known()), e);
        }
    }
}
