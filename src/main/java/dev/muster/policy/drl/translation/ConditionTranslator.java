package dev.muster.policy.drl.translation;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.InterpretedEval;
import dev.muster.policy.drl.interpretation.Meter;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.EvalCondition;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of a rule into Drools' condition elements. */
final class ConditionTranslator {
    private static final int TICKS_OF_A_CONDITION = 8;

    private final RuleContext context;
    private final PatternTranslator patterns;

    ConditionTranslator(RuleContext context) {
        this.context = context;
        this.patterns = new PatternTranslator(context, this);
    }

    /** Adds conditions to a group; what has a fault is noted and left out. */
    void addAll(GroupElement group, List<Condition> conditions, Bindings bindings) {
        for (Condition condition : conditions) {
            try {
                Allowance.current().tick(TICKS_OF_A_CONDITION);
                RuleConditionElement element = element(condition, bindings);
                if (element instanceof Pattern pattern && group.getType() == GroupElement.AND) {
                    Meter.addTo(pattern, context.origin(condition.at(), shown(condition)));
                }
                if (element != null) {
                    group.addChild(element);
                }
            } catch (SyntaxError error) {
                context.faults().add(error);
                Labels.of(condition).forEach(bindings::poison);
            } catch (OverLimitException e) {
                throw context.faults().stopped(condition.at(), e);
            }
        }
    }

    private static String shown(Condition condition) {
        return condition instanceof Condition.Match match ? match.type() + "( … )" : "accumulate";
    }

    @Nullable
    RuleConditionElement element(Condition condition, Bindings bindings) {
        return switch (condition) {
            case Condition.Match match -> patterns.match(match, bindings);
            case Condition.And and -> group(GroupElement.AND, and.parts(), bindings);
            case Condition.Or or -> or(or, bindings);
            case Condition.Not not -> existential(GroupElement.NOT, not.inner(), bindings);
            case Condition.Exists exists -> existential(GroupElement.EXISTS, exists.inner(), bindings);
            case Condition.ForAll forAll -> new ForAllTranslator(context, patterns).forAll(forAll, bindings);
            case Condition.Eval eval -> eval(eval, bindings);
            case Condition.Accumulate accumulate ->
                new AccumulateTranslator(context, this, patterns).accumulate(accumulate, bindings);
        };
    }

    private RuleConditionElement group(GroupElement.Type type, List<Condition> parts, Bindings bindings) {
        GroupElement group = new GroupElement(type);
        addAll(group, parts, bindings);
        boolean single = type == GroupElement.AND && group.getChildren().size() == 1;
        return single ? group.getChildren().getFirst() : group;
    }

    private RuleConditionElement existential(GroupElement.Type type, Condition inner, Bindings bindings) {
        GroupElement group = new GroupElement(type);
        refuseOpenCalls(inner);
        addAll(group, List.of(inner), bindings.inside());
        return group;
    }

    /** An open query within a not or exists: Drools gives neither its rows nor their absence. */
    private void refuseOpenCalls(Condition condition) {
        switch (condition) {
            case Condition.Match match
            when !match.passive() && patterns.isCall(match) ->
                throw new SyntaxError(
                        match.typeAt(),
                        "within \"not\" and \"exists\" a query is called with \"?\": write ?" + match.type() + "( … )");
            case Condition.And and -> and.parts().forEach(this::refuseOpenCalls);
            case Condition.Or or -> or.branches().forEach(this::refuseOpenCalls);
            default -> {}
        }
    }

    /** After an {@code or}, a name can be used if every branch binds it to the same type. */
    private RuleConditionElement or(Condition.Or or, Bindings bindings) {
        GroupElement group = new GroupElement(GroupElement.OR);
        List<Bindings> branches = new ArrayList<>();
        for (Condition branch : or.branches()) {
            Bindings own = bindings.inside();
            addAll(group, List.of(branch), own);
            branches.add(own);
        }
        Map<String, Bound> common = new HashMap<>(branches.getFirst().own());
        for (Bindings branch : branches) {
            common.values().removeIf(bound -> {
                Bound other = branch.own().get(bound.name());
                return other == null || !other.type().equals(bound.type());
            });
        }
        common.values().forEach(bindings::put);
        return group;
    }

    private EvalCondition eval(Condition.Eval eval, Bindings bindings) {
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, null, null);
        Typed typed = new ExpressionCompiler(names).condition(eval.expression());
        Declaration[] declarations = names.declarations();
        InterpretedEval expression =
                new InterpretedEval(context.origin(eval.at(), eval.text()), typed.test(), declarations, typed.key());
        return new EvalCondition(expression, declarations);
    }
}
