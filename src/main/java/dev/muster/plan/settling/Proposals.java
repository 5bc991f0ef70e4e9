package dev.muster.plan.settling;

import dev.muster.limit.Allowance;
import java.util.Collection;
import java.util.List;

/**
 * All that rules concluded about one task, to be asked for by type. It stands in the order in which the policy says it: in
 * which order rules fired must not show in a plan.
 */
final class Proposals {
    private final List<? extends Reasoned<?>> all;

    Proposals(Collection<? extends Reasoned<?>> concluded) {
        all = Settled.ordered(concluded).toList();
    }

    <T> List<Reasoned<T>> of(Class<T> type) {
        Allowance.current().tick(all.size());
        return all.stream()
                .filter(proposal -> type.isInstance(proposal.what()))
                .map(proposal -> new Reasoned<>(type.cast(proposal.what()), proposal.because()))
                .toList();
    }
}
