package dev.muster.policy.drl.session;

import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Reason;
import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.InternalWorkingMemory;
import org.drools.core.common.InternalWorkingMemoryEntryPoint;
import org.drools.core.common.TruthMaintenanceSystem;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.util.LinkedList;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieSession;

/** Asks truth maintenance which matches hold the logically inserted facts up at this moment. */
final class LogicalReasons {
    private LogicalReasons() {}

    /** A fact that is held up, by the age of its handle. */
    record Held(long age, Derived derived) {}

    static List<Held> of(KieSession session) {
        InternalWorkingMemoryEntryPoint memory =
                (InternalWorkingMemoryEntryPoint) ((InternalWorkingMemory) session).getDefaultEntryPoint();
        TruthMaintenanceSystem truth = TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem(memory);
        List<Held> held = new ArrayList<>();
        for (EqualityKey key : truth.getEqualityKeys()) {
            if (key instanceof TruthMaintenanceSystemEqualityKey justified && justified.getBeliefSet() != null) {
                add(justified.getBeliefSet(), held);
            }
        }
        return held;
    }

    private static void add(BeliefSet<?> beliefs, List<Held> held) {
        InternalFactHandle handle = beliefs.getFactHandle();
        if (handle == null || !(beliefs instanceof LinkedList<?> list) || handle.getObject() == null) {
            return;
        }
        List<Reason> reasons = new ArrayList<>(1);
        for (Object node = list.getFirst(); node instanceof SimpleMode mode; node = mode.getNext()) {
            LogicalDependency<SimpleMode> dependency = mode.getObject();
            InternalMatch justifier = dependency.getJustifier();
            if (justifier.getTuple().getContextObject() instanceof Firing firing) {
                reasons.add(new Reason(firing.rule(), firing.matched()));
            }
        }
        if (!reasons.isEmpty()) {
            held.add(new Held(handle.getId(), new Derived(handle.getObject(), reasons)));
        }
    }
}
