package dev.muster.policy.drl.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a rule has been looked through on one of its ways.
 *
 * @param names what its conditions bound so far
 * @param unmet what is not as it would have to be
 * @param matched the facts that met conditions
 * @param unsure whether something was taken to hold that could not be told
 */
record State(Map<String, Value> names, List<Unmet> unmet, List<Object> matched, int cost, boolean unsure) {
    static final State START = new State(Map.of(), List.of(), List.of(), 0, false);

    State {
        names = Map.copyOf(names);
        unmet = List.copyOf(unmet);
        matched = List.copyOf(matched);
    }

    State with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(names);
        more.put(name, value);
        return new State(more, unmet, matched, cost, unsure);
    }

    State with(Unmet more, int atCost) {
        List<Unmet> all = new ArrayList<>(unmet);
        all.add(more);
        return new State(names, all, matched, cost + atCost, unsure);
    }

    State matching(Object fact) {
        List<Object> all = new ArrayList<>(matched);
        all.add(fact);
        return new State(names, unmet, all, cost, unsure);
    }

    State unsurely() {
        return unsure ? this : new State(names, unmet, matched, cost, true);
    }

    /** Asks more of a fact that is not there; null where it is asked for the opposite already. */
    @Nullable
    State demanding(Value.Open open, String operator, List<@Nullable Object> values) {
        Demand demand = new Demand(
                open.property(), open.element() && operator.equals(Demand.IS) ? "contains" : operator, values);
        Unmet.Lacking lacking = (Unmet.Lacking) unmet.get(open.unmet());
        if (lacking.fact().demands().contains(demand)) {
            return this;
        }
        if (!open.element() && !agrees(lacking.fact(), demand)) {
            return null;
        }
        List<Demand> demands = new ArrayList<>(lacking.fact().demands());
        demands.add(demand);
        List<Unmet> all = new ArrayList<>(unmet);
        Target fact = new Target(lacking.fact().type(), demands);
        all.set(open.unmet(), new Unmet.Lacking(lacking.condition(), lacking.place(), fact));
        return new State(names, all, matched, cost, unsure);
    }

    private static boolean agrees(Target fact, Demand more) {
        return fact.of(more.property()).stream().allMatch(earlier -> earlier.agrees(more));
    }
}
