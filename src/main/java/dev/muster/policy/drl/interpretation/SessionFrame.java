package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.expression.VariableFrame;
import dev.muster.policy.drl.session.Run;
import dev.muster.policy.drl.value.WrongValueException;
import java.util.Set;
import org.drools.core.common.InternalAgenda;
import org.drools.core.common.InternalWorkingMemory;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** A consequence that runs for one match in a session. */
final class SessionFrame extends VariableFrame {
    private final KnowledgeHelper helper;
    private final TupleImpl tuple;
    private final Run run;
    private final Firing firing;
    private final TypeMasks masks;

    SessionFrame(
            @Nullable Object[] values,
            KnowledgeHelper helper,
            TupleImpl tuple,
            Run run,
            Firing firing,
            TypeMasks masks) {
        super(values);
        this.helper = helper;
        this.tuple = tuple;
        this.run = run;
        this.firing = firing;
        this.masks = masks;
    }

    @Override
    public void insert(Object fact) {
        run.holdsFact(masks.characters(fact));
        FactHandle handle = helper.insert(fact);
        run.entered(handle);
        run.inserted(handle, fact, firing);
    }

    @Override
    public void insertLogical(Object fact) {
        run.holdsFact(masks.characters(fact));
        run.entered(helper.insertLogical(fact));
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
        InternalAgenda agenda = ((InternalWorkingMemory) helper.getWorkingMemory()).getAgenda();
        if (agenda.getAgendaGroupsManager().getAgendaGroup(group) == null) {
            throw new WrongValueException(Groups.unknown(group));
        }
        helper.setFocus(group);
    }

    @Override
    public void halt() {
        helper.halt();
    }

    @Override
    public void loops() {
        run.loops();
    }

    private FactHandle handle(Object fact) {
        for (FactHandle handle : tuple.toFactHandles()) {
            if (handle.getObject() == fact) {
                return handle;
            }
        }
        FactHandle handle = ((InternalWorkingMemory) helper.getWorkingMemory()).getFactHandle(fact);
        if (handle == null) {
            throw new WrongValueException("this is no fact that was inserted: " + Origin.shortened(fact));
        }
        return handle;
    }
}
