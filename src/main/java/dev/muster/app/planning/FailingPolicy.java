package dev.muster.app.planning;

import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.settling.SettlingException;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fault of a policy that shows only while its rules run is a fault of the policy all the same. */
final class FailingPolicy {
    private FailingPolicy() {}

    /**
     * What came of running rules.
     *
     * @param policy whose rules they are, as the refusal names it
     * @param file where a fault is placed that no rule can be blamed for
     * @throws Refusal where they failed, or did not end
     */
    static <T extends @Nullable Object> T told(String policy, String file, Supplier<T> running) {
        try {
            return running.get();
        } catch (SettlingException e) {
            throw new Refusal(new PolicyReason.BrokenPolicy(policy, e.faults()), e);
        } catch (RuleFailure e) {
            throw broken(policy, e.place(), e.told(), e);
        } catch (RuleLimitException e) {
            Place place = e.place();
            throw broken(policy, place == null ? new Place(file, 1, 1) : place, String.valueOf(e.getMessage()), e);
        }
    }

    private static Refusal broken(String policy, Place place, String told, RuntimeException e) {
        return new Refusal(new PolicyReason.BrokenPolicy(policy, List.of(new Fault(place, told))), e);
    }
}
