package dev.muster.policy.drl.network;

import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.expression.Effects;
import dev.muster.policy.drl.session.Run;
import java.util.Set;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** Carries out what a consequence does to its session. */
record SessionEffects(KnowledgeHelper helper, TupleImpl tuple, Run run, Firing firing, TypeMasks masks)
        implements Effects {
    @Override
    public void insert(Object fact) {
        run.inserted(helper.insert(fact), fact, firing);
    }

    @Override
    public void insertLogical(Object fact) {
        helper.insertLogical(fact);
    }

    @Override
    public void update(Object fact, @Nullable Set<String> properties) {
        helper.update(handle(fact), masks.mask(fact.getClass(), properties), fact.getClass());
    }

    @Override
    public void delete(Object fact) {
        helper.delete(handle(fact));
    }

    @Override
    public void focus(String group) {
        helper.setFocus(group);
    }

    @Override
    public void halt() {
        helper.halt();
    }

    @Override
    public void loops() {
        run.tick();
    }

    private FactHandle handle(Object fact) {
        for (FactHandle handle : tuple.toFactHandles()) {
            if (handle.getObject() == fact) {
                return handle;
            }
        }
        FactHandle handle = helper.getFactHandle(fact);
        if (handle == null) {
            throw new IllegalStateException("this is not in working memory: " + Origin.shortened(fact));
        }
        return handle;
    }
}
