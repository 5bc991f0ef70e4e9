package dev.muster.app.authoring;

import dev.muster.app.planning.PackChoice;
import dev.muster.app.planning.RoutingFiles;
import dev.muster.app.policies.MissingPack;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.cases.CaseFilter;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.cases.Mutation;
import dev.muster.policy.check.PackCheck;
import dev.muster.policy.check.PackFinding;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries policies out before they are served: looks for mistakes and runs their cases. */
@ApplicationScoped
public class PolicyBench {
    private final PolicyHolder holder;
    private final RoutingFiles routing;

    PolicyBench(PolicyHolder holder, RoutingFiles routing) {
        this.holder = holder;
        this.routing = routing;
    }

    /** What is wrong with one pack, or all of them. */
    public List<PackFinding> check(@Nullable String pack) {
        Stream<PackFinding> routed =
                pack == null ? routing.check(holder.current().names()).stream() : Stream.empty();
        return Stream.concat(states(pack).flatMap(state -> PackCheck.check(state).stream()), routed)
                .toList();
    }

    /** How the cases of one pack went, or of all of them. */
    public List<CaseResult> test(@Nullable String pack, CaseFilter filter) {
        return packs(pack).flatMap(one -> run(one, filter)).toList();
    }

    /** Which rules and rows of one pack, or of all of them, the cases bring into play. */
    public List<Coverage> coverage(@Nullable String pack, List<CaseResult> results) {
        return packs(pack)
                .map(one -> Coverage.of(
                        one,
                        results.stream()
                                .filter(result -> result.pack().equals(one.name()))
                                .toList()))
                .toList();
    }

    /** Takes out each rule and each row of one pack, or of all of them, and sees whether a case goes red. */
    public List<Mutation> mutation(@Nullable String pack, Mutation.Progress progress) {
        return packs(pack).map(one -> Mutation.all(one, progress)).toList();
    }

    private Stream<Pack> packs(@Nullable String pack) {
        Policies policies = holder.current();
        return states(pack).map(state -> PackChoice.loaded(policies, state.name()));
    }

    private static Stream<CaseResult> run(Pack pack, CaseFilter filter) {
        try {
            return CaseRunner.run(pack, filter).stream();
        } catch (FaultException e) {
            throw new Refusal(new PolicyReason.BrokenPolicy(pack.name(), e.faults()), e);
        } catch (RuleFailure e) {
            Fault fault = new Fault(e.place(), e.told());
            throw new Refusal(new PolicyReason.BrokenPolicy(pack.name(), List.of(fault)), e);
        }
    }

    private Stream<PackState> states(@Nullable String pack) {
        Policies policies = holder.current();
        if (pack == null && !policies.names().isEmpty()) {
            return policies.all().stream();
        }
        PackState state = pack == null ? null : policies.pack(pack);
        if (state == null) {
            throw new Refusal(MissingPack.toPlanWith(pack == null ? "" : pack, policies));
        }
        return Stream.of(state);
    }
}
