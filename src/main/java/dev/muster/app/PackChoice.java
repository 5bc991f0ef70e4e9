package dev.muster.app;

import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack that plans a task, and why it is this one.
 *
 * @param pack whole and ready to plan
 */
record PackChoice(Pack pack, String why) {

    /**
     * The pack that was named, else the usual one, else the only one.
     *
     * @throws Refusal where it is not there, or broken
     */
    static PackChoice of(Policies policies, @Nullable String named, String usual) {
        if (named != null) {
            return new PackChoice(loaded(policies, named), "the task was handed in for this pack");
        }
        List<String> names = policies.names();
        if (!names.contains(usual) && names.size() == 1) {
            return new PackChoice(loaded(policies, names.getFirst()), "it is the only pack there is");
        }
        return new PackChoice(loaded(policies, usual), "no pack was named, and this is the usual one");
    }

    /** The pack of that name. */
    static Pack loaded(Policies policies, String name) {
        return switch (policies.pack(name)) {
            case null -> throw new Refusal(new Reason.UnknownPack(name, policies.names()));
            case PackState.Broken broken -> throw new Refusal(new Reason.BrokenPolicy(name, broken.faults()));
            case PackState.Loaded loaded -> loaded.pack();
        };
    }

    Plan.PackRef ref() {
        Because because = new Because("choice of the pack", pack.name() + "/pack.yaml", 1, why, List.of(), List.of());
        return new Plan.PackRef(pack.name(), pack.version(), List.of(because));
    }
}
