package dev.muster.app;

import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.why.Explaining;
import dev.muster.policy.why.UnknownSubjectException;
import dev.muster.policy.why.Why;
import jakarta.enterprise.context.ApplicationScoped;

/** Says why something is in a plan, or why not. */
@ApplicationScoped
public class WhyPlan {
    private final PolicyHolder policies;

    WhyPlan(PolicyHolder policies) {
        this.policies = policies;
    }

    /**
     * The answer of the plan's pack.
     *
     * @throws Refusal where the pack is gone or broken, or nothing has that name
     */
    Why why(Plan plan, String about) {
        Pack pack = PackChoice.loaded(policies.current(), plan.pack().name());
        try {
            return Explaining.why(pack, plan, about);
        } catch (UnknownSubjectException e) {
            throw new Refusal(new Reason.UnknownSubject(e.about(), e.known()), e);
        }
    }
}
