package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import org.drools.base.rule.ConditionalElement;
import org.drools.base.rule.Forall;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code forall} into what Drools makes of it: of one pattern, that no fact fails its constraints; of a pattern and
 * constraints for the same fact, that there is such a fact and none fails them; else a forall element.
 */
final class ForAllTranslator {
    private final RuleContext context;
    private final PatternTranslator patterns;

    ForAllTranslator(RuleContext context, PatternTranslator patterns) {
        this.context = context;
        this.patterns = patterns;
    }

    ConditionalElement forAll(Condition.ForAll forAll, Bindings bindings) {
        List<Condition.Match> matches = new ArrayList<>();
        for (Condition pattern : forAll.patterns()) {
            Condition.Match match = (Condition.Match) pattern;
            if (match.passive() || match.from() != null) {
                throw new SyntaxError(match.at(), "\"forall\" takes plain patterns");
            }
            matches.add(match);
        }
        Bindings inside = bindings.inside();
        if (matches.size() == 1) {
            return none(matches.getFirst(), negated(matches.getFirst().constraints(), null), inside);
        }
        Condition.Constraint self = matches.size() == 2 ? selfJoin(matches.get(0), matches.get(1)) : null;
        if (self != null) {
            return allOfThese(matches.get(0), matches.get(1), self, bindings);
        }
        List<Pattern> all = new ArrayList<>();
        for (Condition.Match match : matches) {
            all.add(patterns.pattern(match, inside));
        }
        return new Forall(all.getFirst(), new ArrayList<>(all.subList(1, all.size())));
    }

    private GroupElement none(Condition.Match match, List<Condition.Constraint> failing, Bindings bindings) {
        Condition.Match opposite = new Condition.Match(
                match.at(),
                match.label(),
                false,
                match.type(),
                match.typeAt(),
                match.positional(),
                failing,
                match.watch(),
                null);
        return new GroupElement(GroupElement.NOT).addChild(patterns.pattern(opposite, bindings));
    }

    private GroupElement allOfThese(
            Condition.Match base, Condition.Match same, Condition.Constraint self, Bindings bindings) {
        GroupElement both = new GroupElement(GroupElement.AND);
        Pattern there = patterns.pattern(base, bindings.inside());
        both.addChild(new GroupElement(GroupElement.EXISTS).addChild(there));
        List<Condition.Constraint> constraints = new ArrayList<>(base.constraints());
        constraints.addAll(negated(same.constraints(), self));
        both.addChild(none(base, constraints, bindings.inside()));
        return both;
    }

    /** One constraint that is true where not all of these are. */
    private List<Condition.Constraint> negated(
            List<Condition.Constraint> constraints, Condition.@Nullable Constraint except) {
        Expr all = null;
        for (Condition.Constraint constraint : constraints) {
            if (constraint == except || isOnlyBinding(constraint.expression())) {
                continue;
            }
            Expr expression = Binds.without(constraint.expression());
            all = all == null ? expression : new Expr.Logical(constraint.at(), true, all, expression);
        }
        int at = constraints.isEmpty() ? 0 : constraints.getFirst().at();
        Expr not = all == null ? new Expr.Literal(at, false) : new Expr.Unary(at, "!", all);
        List<Condition.Constraint> result = new ArrayList<>();
        result.add(new Condition.Constraint(at, "forall", not));
        return result;
    }

    private static boolean isOnlyBinding(Expr expression) {
        return expression instanceof Expr.Bind bind
                && !(bind.value() instanceof Expr.Relation)
                && !(bind.value() instanceof Expr.In);
    }

    private static Condition.@Nullable Constraint selfJoin(Condition.Match base, Condition.Match same) {
        Condition.Label label = base.label();
        if (label == null || !base.type().equals(same.type())) {
            return null;
        }
        for (Condition.Constraint constraint : same.constraints()) {
            boolean joins = constraint.expression() instanceof Expr.Relation relation
                    && relation.operator().equals("==")
                    && relation.left() instanceof Expr.This
                    && relation.right() instanceof Expr.Name name
                    && name.name().equals(label.name());
            if (joins) {
                return constraint;
            }
        }
        return null;
    }
}
