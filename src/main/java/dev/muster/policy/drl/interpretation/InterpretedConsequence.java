package dev.muster.policy.drl.interpretation;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.expression.Action;
import dev.muster.policy.drl.expression.VariableFrame;
import dev.muster.policy.drl.session.OfRule;
import dev.muster.policy.drl.session.Run;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.source.Place;
import java.util.Arrays;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.InitialFactImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** What a rule does when it fires. It also tells the run that it fired, and what it inserted because of which match. */
public final class InterpretedConsequence implements Consequence<KnowledgeHelper>, OfRule {
    private final RuleInfo rule;
    private final SourceText source;
    private final Action action;
    private final int slots;
    private final int[] usedSlots;
    private final TypeMasks masks;

    public InterpretedConsequence(
            RuleInfo rule, SourceText source, Action action, int slots, int[] usedSlots, TypeMasks masks) {
        this.rule = rule;
        this.source = source;
        this.action = action;
        this.slots = slots;
        this.usedSlots = usedSlots;
        this.masks = masks;
    }

    @Override
    public RuleInfo rule() {
        return rule;
    }

    @Override
    public String getName() {
        return "default";
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
        Run run = Run.current();
        TupleImpl tuple = helper.getMatch().getTuple();
        Firing firing = run.isRecording() ? new Firing(rule, matched(tuple)) : Firing.unrecorded(rule);
        run.fires(firing);
        // Truth maintenance keeps the tuple as the reason of what it holds; nothing of Drools uses this place of it.
        tuple.setContextObject(firing);
        VariableFrame frame = new SessionFrame(new @Nullable Object[slots], helper, tuple, run, firing, masks);
        try {
            Declaration[] declarations = ((RuleTerminalNode) tuple.getSink()).getRequiredDeclarations();
            for (int i = 0; i < usedSlots.length; i++) {
                frame.set(usedSlots[i], declarations[i].getValue(resolver, tuple.get(declarations[i])));
            }
            action.run(frame);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw failure(e, frame, tuple, run);
        }
    }

    private RuntimeException failure(Throwable thrown, VariableFrame frame, TupleImpl tuple, Run run) {
        Place place = source.place(frame.at());
        return switch (thrown) {
            case RuleFailure failure -> failure;
            case RuleLimitException limit -> limit;
            case OverLimitException over -> run.stopped(over, rule.name(), place, "its consequence");
            default -> {
                String matched = Origin.shortened(Arrays.asList(matched(tuple)));
                String message = "the consequence failed: " + Origin.reason(thrown) + ", for " + matched;
                yield new RuleFailure(rule.name(), place, message, thrown);
            }
        };
    }

    /** What the conditions matched, in their order. */
    static @Nullable Object[] matched(TupleImpl tuple) {
        TupleImpl last = tuple.skipEmptyHandles();
        int count = 0;
        for (TupleImpl entry = last; entry != null; entry = entry.getParent()) {
            count += isFact(entry) ? 1 : 0;
        }
        @Nullable Object[] matched = new @Nullable Object[count];
        int free = count;
        for (TupleImpl entry = last; entry != null; entry = entry.getParent()) {
            if (isFact(entry)) {
                matched[--free] = entry.getFactHandle().getObject();
            }
        }
        return matched;
    }

    private static boolean isFact(TupleImpl entry) {
        FactHandle handle = entry.getFactHandle();
        return handle != null && !(handle.getObject() instanceof InitialFactImpl);
    }
}
