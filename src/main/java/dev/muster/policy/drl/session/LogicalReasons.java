package dev.muster.policy.drl.session;

import dev.muster.policy.drl.Firing;
import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/** Asks truth maintenance which matches hold the logically inserted facts up at this moment. */
final class LogicalReasons {
    private LogicalReasons() {}

    /** The handles of all facts that are held up. */
    static List<InternalFactHandle> handles(KieSession session) {
        InternalWorkingMemoryEntryPoint memory =
                (InternalWorkingMemoryEntryPoint) ((InternalWorkingMemory) session).getDefaultEntryPoint();
        TruthMaintenanceSystem truth = TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem(memory);
        Collection<EqualityKey> keys = truth.getEqualityKeys();
        List<InternalFactHandle> handles = new ArrayList<>(keys.size());
        for (EqualityKey key : keys) {
            BeliefSet<?> beliefs = beliefs(key);
            InternalFactHandle handle = beliefs == null ? null : beliefs.getFactHandle();
            if (handle != null && handle.getObject() != null) {
                handles.add(handle);
            }
        }
        return handles;
    }

    /** What holds a fact up; empty where nothing that we know does. */
    static List<Firing> of(InternalFactHandle handle) {
        if (!(beliefs(handle.getEqualityKey()) instanceof LinkedList<?> list)) {
            return List.of();
        }
        Object first = list.getFirst();
        Firing only = first instanceof SimpleMode mode ? firing(mode) : null;
        if (only != null && list.size() == 1) {
            return List.of(only);
        }
        List<Firing> reasons = new ArrayList<>();
        for (Object node = first; node instanceof SimpleMode mode; node = mode.getNext()) {
            Firing firing = firing(mode);
            if (firing != null) {
                reasons.add(firing);
            }
        }
        return reasons;
    }

    private static @Nullable BeliefSet<?> beliefs(EqualityKey key) {
        return key instanceof TruthMaintenanceSystemEqualityKey justified ? justified.getBeliefSet() : null;
    }

    private static @Nullable Firing firing(SimpleMode mode) {
        LogicalDependency<SimpleMode> dependency = mode.getObject();
        InternalMatch justifier = dependency.getJustifier();
        return justifier.getTuple().getContextObject() instanceof Firing firing ? firing : null;
    }
}
