package dev.muster.policy.drl.explain;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Value.Absent;
import dev.muster.policy.drl.explain.Value.Known;
import dev.muster.policy.drl.explain.Value.Open;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Condition.Source;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a rule's conditions with the facts that are there and, for each pattern, also as if a fact that meets it were
 * there: abduction, in short. What it had to suppose is what was missing.
 */
final class Search {
    /** Beyond this many ways at once only the nearest are followed. */
    static final int WIDEST = 600;

    private static final int IN_THE_WAY = 2;

    private final Vocabulary vocabulary;
    private final Evaluation values;
    private final Constraining constraints;
    private final Collection<Object> facts;
    private final ToIntFunction<String> costs;
    private boolean cutShort;
    private final Map<Target, List<Object>> byDemand = new ConcurrentHashMap<>();
    private final Map<String, List<Object>> byType = new ConcurrentHashMap<>();

    /**
     * A search over facts.
     *
     * @param costs how far off it is that a fact of a type were there; below 0 where only those that are there count
     */
    Search(Vocabulary vocabulary, Collection<Object> facts, ToIntFunction<String> costs) {
        this.vocabulary = vocabulary;
        this.values = new Evaluation(vocabulary);
        this.constraints = new Constraining(values);
        this.facts = facts;
        this.costs = costs;
    }

    /** Whether there were more ways than could be followed, so that what was not found may still be there. */
    boolean isCutShort() {
        return cutShort || constraints.isCutShort();
    }

    Evaluation values() {
        return values;
    }

    Constraining constraints() {
        return constraints;
    }

    /** The states after one more condition, the nearest first. */
    List<State> after(Condition condition, SourceText source, List<State> states) {
        return nearest(states.stream().flatMap(state -> met(condition, source, state, true).stream()));
    }

    private List<State> nearest(Stream<State> found) {
        List<State> states = found.sorted(Comparator.comparingInt(State::cost)).toList();
        cutShort |= states.size() > WIDEST;
        return states.size() > WIDEST ? states.subList(0, WIDEST) : states;
    }

    private List<State> met(Condition condition, SourceText source, State state, boolean suppose) {
        return switch (condition) {
            case Condition.Match match -> matched(match, source, state, suppose);
            case Condition.And and -> all(and.parts(), source, state, suppose);
            case Condition.Or or ->
                nearest(or.branches().stream().flatMap(branch -> met(branch, source, state, suppose).stream()));
            case Condition.Exists exists -> met(exists.inner(), source, state, suppose);
            case Condition.Not not -> absent(not, source, state);
            case Condition.Eval eval -> evaluated(eval, source, state);
            case Condition.ForAll forAll -> List.of(untold(forAll, source, state));
            case Condition.Accumulate accumulate -> List.of(untold(accumulate, source, state));
        };
    }

    private List<State> all(List<Condition> parts, SourceText source, State state, boolean suppose) {
        List<State> states = List.of(state);
        for (Condition part : parts) {
            states = nearest(states.stream().flatMap(one -> met(part, source, one, suppose).stream()));
        }
        return states;
    }

    private List<State> matched(Condition.Match match, SourceText source, State state, boolean suppose) {
        VocabularyType type = vocabulary.type(match.type());
        if (type == null || !match.positional().isEmpty()) {
            return List.of(untold(match, source, state));
        }
        Source from = match.from();
        if (from != null) {
            return from instanceof Source.Values list
                    ? drawn(match, list, source, state)
                    : List.of(untold(match, source, state));
        }
        Stream<State> there = candidates(match, type).stream().flatMap(fact -> fitting(match, fact, state));
        boolean supposable = suppose && costs.applyAsInt(match.type()) >= 0;
        return supposable ? Stream.concat(there, supposed(match, source, state)).toList() : there.toList();
    }

    /** The facts of a type; where the pattern asks for a value that stands in it, only those that have it. */
    private List<Object> candidates(Condition.Match match, VocabularyType type) {
        for (Condition.Constraint constraint : match.constraints()) {
            if (constraint.expression() instanceof Expr.Relation relation
                    && relation.operator().equals(Demand.IS)
                    && !relation.negated()
                    && relation.left() instanceof Expr.Name name
                    && relation.right() instanceof Expr.Literal literal) {
                Demand demand = Demand.is(name.name(), literal.value());
                return byDemand.computeIfAbsent(new Target(type.name(), List.of(demand)), _ -> having(type, demand));
            }
        }
        return ofType(type);
    }

    private List<Object> having(VocabularyType type, Demand demand) {
        return ofType(type).stream().filter(fact -> has(fact, demand)).toList();
    }

    private boolean has(Object fact, Demand demand) {
        Property property = vocabulary.members(fact.getClass()).property(demand.property());
        return property == null || demand.allows(property.getter().apply(fact));
    }

    private List<Object> ofType(VocabularyType type) {
        return byType.computeIfAbsent(
                type.name(),
                _ -> facts.stream().filter(type.javaType()::isInstance).toList());
    }

    private Stream<State> fitting(Condition.Match match, @Nullable Object fact, State state) {
        Value self = new Known(fact);
        State matching = fact == null ? state : state.matching(fact);
        return holding(match, self, labelled(match, self, matching)).stream();
    }

    private Stream<State> supposed(Condition.Match match, SourceText source, State state) {
        Unmet lacking = new Unmet.Lacking(
                ConditionText.of(match), source.place(match.at()), new Target(match.type(), List.of()));
        Value self = new Absent(state.unmet().size());
        State more = state.with(lacking, costs.applyAsInt(match.type()));
        return holding(match, self, labelled(match, self, more)).stream();
    }

    private List<State> holding(Condition.Match match, Value self, State state) {
        List<State> states = List.of(state);
        for (Condition.Constraint constraint : match.constraints()) {
            Allowance.current().tick(states.size());
            states = constraints.few(
                    states.stream().flatMap(one -> constraints.holding(constraint.expression(), self, one).stream()));
        }
        return states;
    }

    private static State labelled(Condition.Match match, Value self, State state) {
        Condition.Label label = match.label();
        return label == null ? state : state.with(label.name(), self);
    }

    /** The values of a list; where the list belongs to a fact that is not there, the value can be any. */
    private List<State> drawn(Condition.Match match, Source.Values list, SourceText source, State state) {
        return switch (values.of(list.expression(), null, state)) {
            case Known(Object several)
            when several instanceof Collection<?> all -> {
                List<State> states = new ArrayList<>();
                all.forEach(one -> fitting(match, one, state).forEach(states::add));
                yield states;
            }
            case Known(Object one)
            when one != null -> fitting(match, one, state).toList();
            case Open(int unmet, String property, boolean _) ->
                List.of(labelled(match, new Open(unmet, property, true), state));
            default -> List.of(untold(match, source, state));
        };
    }

    /** What is there in spite of {@code not} is in the way; what only might be there is not. */
    private List<State> absent(Condition.Not not, SourceText source, State state) {
        if (contradicts(not.inner(), state)) {
            return List.of();
        }
        int before = state.matched().size();
        List<Object> inTheWay = met(not.inner(), source, state, false).stream()
                .filter(found ->
                        found.unsure() == state.unsure() && found.unmet().equals(state.unmet()))
                .flatMap(found -> found.matched().stream().skip(before))
                .distinct()
                .toList();
        if (inTheWay.isEmpty()) {
            return List.of(state);
        }
        Unmet blocked = new Unmet.InTheWay(ConditionText.of(not), source.place(not.at()), inTheWay);
        return List.of(state.with(blocked, IN_THE_WAY));
    }

    /** Whether a fact that was supposed is the very one that must not be there. */
    private boolean contradicts(Condition inner, State state) {
        if (!(inner instanceof Condition.Match match)) {
            return false;
        }
        for (int i = 0; i < state.unmet().size(); i++) {
            if (state.unmet().get(i) instanceof Unmet.Lacking lacking
                    && lacking.fact().type().equals(match.type())
                    && holding(match, new Absent(i), state).stream().anyMatch(state::equals)) {
                return true;
            }
        }
        return false;
    }

    private List<State> evaluated(Condition.Eval eval, SourceText source, State state) {
        List<State> held = constraints.holding(eval.expression(), null, state);
        return held.stream()
                .map(one -> one.unsure() && !state.unsure() ? untold(eval, source, state) : one)
                .toList();
    }

    private static State untold(Condition condition, SourceText source, State state) {
        Unmet untold = new Unmet.Untold(ConditionText.of(condition), source.place(condition.at()));
        return state.with(untold, 0).unsurely();
    }
}
