package dev.muster.app.planning;

import dev.muster.app.policies.MissingPack;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.fact.Task;
import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.Routing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack that plans a task, and why it is this one.
 *
 * @param pack whole and ready to plan
 */
public record PackChoice(Pack pack, List<Because> because) {

    /**
     * The pack that was named, else the one that the routing rules choose, else the usual one, else the only one.
     *
     * @param usual the pack that the operator named, or the one that plans where nobody named any
     * @throws Refusal where it is not there, or broken
     */
    static PackChoice of(Policies policies, Submission submission, String usual, RoutingFiles routing) {
        String named = submission.pack();
        if (named != null) {
            return because(loaded(policies, named), "the task was handed in for this pack");
        }
        Routing.Choice choice = usual.equals(Policies.DEFAULT_PACK) ? routed(policies, submission, routing) : null;
        if (choice != null) {
            return new PackChoice(loaded(policies, choice.pack()), choice.because());
        }
        if (isOnly(policies, usual)) {
            return because(loaded(policies, policies.names().getFirst()), "it is the only pack there is");
        }
        return because(
                loaded(policies, usual),
                "no pack was named, and nothing speaks clearly for another than the usual one");
    }

    /**
     * The pack to work on where there is no task to choose by: the one that was named, else the usual one, else the only one.
     *
     * @throws Refusal where it is not there, or broken
     */
    public static Pack withoutTask(Policies policies, @Nullable String named, String usual) {
        if (named != null) {
            return loaded(policies, named);
        }
        return loaded(policies, isOnly(policies, usual) ? policies.names().getFirst() : usual);
    }

    /** Whether the usual pack is not there, and one other is. */
    private static boolean isOnly(Policies policies, String usual) {
        return !policies.names().contains(usual) && policies.names().size() == 1;
    }

    private static Routing.@Nullable Choice routed(Policies policies, Submission submission, RoutingFiles routing) {
        Routing rules = routing.current();
        if (rules == null) {
            return null;
        }
        return FailingPolicy.told(
                Routing.RULES,
                Routing.RULES,
                () -> rules.choose(
                        new Task(submission.title(), submission.description()),
                        submission.context(),
                        pack -> policies.pack(pack) instanceof PackState.Loaded));
    }

    private static PackChoice because(Pack pack, String why) {
        return new PackChoice(
                pack,
                List.of(new Because("choice of the pack", pack.name() + "/pack.yaml", 1, why, List.of(), List.of())));
    }

    /** The pack of that name. */
    public static Pack loaded(Policies policies, String name) {
        return switch (policies.pack(name)) {
            case null -> throw new Refusal(MissingPack.toPlanWith(name, policies));
            case PackState.Broken broken -> throw new Refusal(new PolicyReason.BrokenPolicy(name, broken.faults()));
            case PackState.Loaded loaded -> loaded.pack();
        };
    }

    Plan.PackRef ref() {
        return new Plan.PackRef(pack.name(), pack.version(), because);
    }
}
