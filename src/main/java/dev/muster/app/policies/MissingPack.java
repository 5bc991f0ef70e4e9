package dev.muster.app.policies;

import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.policy.Policies;

/** Why a pack cannot be had that was asked for by its name. */
public final class MissingPack {
    private MissingPack() {}

    /** Somebody wants to plan with it. */
    public static Reason toPlanWith(String name, Policies policies) {
        return policies.isShared(name)
                ? new PlanReason.PackWithoutPlans(name, policies.names())
                : new PlanReason.UnknownPack(name, policies.names());
    }

    /** Somebody asks about it. */
    public static Reason toLookAt(String name, Policies policies) {
        return policies.isShared(name)
                ? new PolicyReason.SharedPack(name, policies.names())
                : new PolicyReason.NoSuchPack(name, policies.names());
    }
}
