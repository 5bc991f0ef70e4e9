package dev.muster.policy.drl.session;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Counts what Drools keeps of each fact that enters: something at each condition that the fact may meet, before any rule fires. Three
 * thousand rows and two thousand rules that ask for any row are six million of them.
 */
final class Entered {
    /** Drools brings facts into the network some time later; so many may wait for it. */
    private static final int WAITING = 8;

    /** Measured, and rounded up. */
    private static final int BYTES_OF_A_PLACE = 96;

    private final Allowance allowance;
    private final Runnable bringIn;
    private final List<InternalFactHandle> waiting = new ArrayList<>(WAITING);

    /**
     * Counts for one session.
     *
     * @param bringIn what brings the facts into the network that wait for it
     */
    Entered(Allowance allowance, Runnable bringIn) {
        this.allowance = allowance;
        this.bringIn = bringIn;
    }

    void add(@Nullable FactHandle handle) {
        if (handle instanceof InternalFactHandle entering) {
            waiting.add(entering);
            if (waiting.size() == WAITING) {
                bringIn.run();
                count();
            }
        }
    }

    private void count() {
        for (InternalFactHandle handle : waiting) {
            int[] places = {0};
            handle.forEachRightTuple(_ -> places[0]++);
            handle.forEachLeftTuple(_ -> places[0]++);
            try {
                allowance.tick(places[0]);
                allowance.holds((long) places[0] * BYTES_OF_A_PLACE);
            } catch (OverLimitException e) {
                throw stopped(e, handle);
            }
        }
        waiting.clear();
    }

    private static RuntimeException stopped(OverLimitException over, InternalFactHandle handle) {
        Map<RuleInfo, Integer> asking = new LinkedHashMap<>();
        handle.forEachRightTuple(tuple -> note(tuple, asking));
        handle.forEachLeftTuple(tuple -> note(tuple, asking));
        RuleInfo most = asking.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (most == null) {
            return over;
        }
        return new RuleLimitException(
                "The rules were stopped after " + over.reached() + ": each "
                        + handle.getObject().getClass().getSimpleName() + " is looked at by " + asking.size()
                        + " rules, among them " + most.shown()
                        + ". Say in their conditions which of these facts they are about, or have fewer rules or rows",
                new Place(most.file(), most.line(), 1),
                over);
    }

    private static void note(TupleImpl tuple, Map<RuleInfo, Integer> asking) {
        for (Rule rule : tuple.getSink().getAssociatedRules()) {
            if (rule instanceof RuleImpl loaded && loaded.getConsequence() instanceof OfRule of) {
                asking.merge(of.rule(), 1, Integer::sum);
            }
        }
    }
}
