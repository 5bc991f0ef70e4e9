package dev.muster.policy.drl.explain;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.explain.Value.Known;
import dev.muster.policy.drl.explain.Value.Open;
import dev.muster.policy.drl.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds constraints against a fact, be it there or only asked for. */
final class Constraining {
    private final Evaluation values;
    private boolean cutShort;

    Constraining(Evaluation values) {
        this.values = values;
    }

    /** The states in which a constraint holds; none where it does not. */
    List<State> holding(Expr constraint, @Nullable Value self, State state) {
        Allowance.current().evaluates();
        return switch (constraint) {
            case Expr.Enclosed enclosed -> holding(enclosed.inner(), self, state);
            case Expr.Bind bind -> bound(bind, self, state);
            case Expr.Logical(int _, boolean and, Expr left, Expr right)
            when and -> few(holding(left, self, state).stream().flatMap(first -> holding(right, self, first).stream()));
            case Expr.Logical either ->
                few(Stream.concat(
                        holding(either.left(), self, state).stream(), holding(either.right(), self, state).stream()));
            case Expr.Relation relation -> related(relation, self, state);
            case Expr.In in -> among(in, self, state);
            case Expr.Unary not
            when not.operator().equals("!") ->
                compared(values.of(not.operand(), self, state), Demand.IS, List.of(new Known(false)), state);
            default -> compared(values.of(constraint, self, state), Demand.IS, List.of(new Known(true)), state);
        };
    }

    /** Each "or" doubles the ways where both sides can hold; those that come first are as good as any. */
    List<State> few(Stream<State> states) {
        List<State> all = states.distinct().limit(Search.WIDEST + 1L).toList();
        cutShort |= all.size() > Search.WIDEST;
        return all.size() > Search.WIDEST ? all.subList(0, Search.WIDEST) : all;
    }

    /** Whether there were more ways than could be followed. */
    boolean isCutShort() {
        return cutShort;
    }

    /** {@code $name : property} binds; with a comparison behind it, it binds the left side. */
    private List<State> bound(Expr.Bind bind, @Nullable Value self, State state) {
        Expr left = switch (bind.value()) {
            case Expr.Relation relation -> relation.left();
            case Expr.In in -> in.left();
            default -> bind.value();
        };
        List<State> held = left == bind.value() ? List.of(state) : holding(bind.value(), self, state);
        return held.stream()
                .flatMap(one -> named(bind, values.of(left, self, one), one).stream())
                .toList();
    }

    private List<State> named(Expr.Bind bind, Value value, State state) {
        Value before = state.names().get(bind.name());
        return bind.unify() && before != null
                ? compared(value, Demand.IS, List.of(before), state)
                : List.of(state.with(bind.name(), value));
    }

    private List<State> related(Expr.Relation relation, @Nullable Value self, State state) {
        if (relation.parameter() != null) {
            return List.of(state.unsurely());
        }
        Value left = values.of(relation.left(), self, state);
        Value right = values.of(relation.right(), self, state);
        String operator = (relation.negated() ? "not " : "") + relation.operator();
        return compared(left, operator, List.of(right), state);
    }

    private List<State> among(Expr.In in, @Nullable Value self, State state) {
        List<Value> options = in.options().stream()
                .map(option -> values.of(option, self, state))
                .toList();
        return compared(values.of(in.left(), self, state), in.negated() ? "not in" : "in", options, state);
    }

    /** Values that are known decide; a property that is open takes on what is asked of it; what is unknown may hold. */
    List<State> compared(Value left, String operator, List<Value> right, State state) {
        List<@Nullable Object> known = known(right);
        if (known != null && left instanceof Known(Object value)) {
            Boolean holds = Comparing.test(value, operator, known);
            return holds == null ? List.of(state.unsurely()) : holds ? List.of(state) : List.of();
        }
        if (known != null && left instanceof Open open) {
            return demanded(open, operator, known, state);
        }
        String turned = Comparing.turned(operator);
        if (turned != null && left instanceof Known && right.getFirst() instanceof Open) {
            return compared(right.getFirst(), turned, List.of(left), state);
        }
        return List.of(state.unsurely());
    }

    private static List<State> demanded(Open open, String operator, List<@Nullable Object> known, State state) {
        boolean one = operator.equals("in") && known.size() == 1;
        State more = state.demanding(open, one ? Demand.IS : operator, known);
        return more == null ? List.of() : List.of(more);
    }

    private static @Nullable List<@Nullable Object> known(List<Value> all) {
        List<@Nullable Object> known = new ArrayList<>();
        for (Value value : all) {
            if (!(value instanceof Known(Object object))) {
                return null;
            }
            known.add(object);
        }
        return known;
    }
}
