package dev.muster.plan;

import java.util.Collection;
import java.util.List;

/** All that rules concluded about one task, to be asked for by type. */
record Proposals(Collection<? extends Reasoned<?>> all) {

    <T> List<Reasoned<T>> of(Class<T> type) {
        return all.stream()
                .filter(proposal -> type.isInstance(proposal.what()))
                .map(proposal -> new Reasoned<>(type.cast(proposal.what()), proposal.because()))
                .toList();
    }
}
