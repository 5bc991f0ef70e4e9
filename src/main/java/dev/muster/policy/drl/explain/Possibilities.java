package dev.muster.policy.drl.explain;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules can conclude at all, whatever a task says: with what is always there, and with what can be brought about. */
public final class Possibilities {
    private static final int MAKERS_OF_A_TICK = 8;

    private final Rulebook book;
    private final Collection<Object> facts;
    private final ToIntFunction<String> costs;
    private final Predicate<Target> given;
    private final Map<String, Stuck> stuck = new LinkedHashMap<>();
    private final Map<Target, Boolean> known = new HashMap<>();
    private final Map<String, List<Maker>> makers = new HashMap<>();
    private final Search bare;

    /**
     * Where a rule makes a fact.
     *
     * @param literals the texts that it has whatever the conditions are, by property
     */
    private record Maker(String rule, Expr.New made, Map<String, String> literals) {
        /** Whether it is plain from these texts that it is another fact; most are, so this is asked before all else. */
        boolean makesAnother(Target fact) {
            for (Demand demand : fact.demands()) {
                String literal = literals.get(demand.property());
                if (literal != null
                        && demand.isEquality()
                        && demand.values().getFirst() instanceof String wanted
                        && !wanted.equals(literal)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Where a rule cannot get on.
     *
     * @param fact what nothing brings about; null where the condition contradicts another one or the tables
     */
    public record Stuck(
            String condition, Place place, @Nullable Target fact) {}

    /**
     * The possibilities of rules.
     *
     * @param facts all that is there for every task
     * @param closed whether there is never more of a type than these facts
     * @param given whether something else than a rule can bring a fact about
     */
    public Possibilities(Rulebook book, Collection<Object> facts, Predicate<String> closed, Predicate<Target> given) {
        this.book = book;
        this.facts = List.copyOf(facts);
        this.costs = type -> closed.test(type) ? -1 : 1;
        this.given = given;
        this.bare = book.search(List.of(), costs);
        book.names().forEach(this::index);
        int before;
        do {
            before = stuck.size();
            book.names().stream().filter(rule -> !stuck.containsKey(rule)).forEach(this::tryOut);
        } while (stuck.size() > before);
    }

    /** The rules that can never fire, each with the condition at which it is stuck. */
    public Map<String, Stuck> stuck() {
        return stuck;
    }

    /** Whether a rule that can fire may make such a fact, or it is given. */
    public boolean isPossible(Target fact) {
        Boolean before = known.get(fact);
        if (before == null) {
            before = given.test(fact)
                    || makers(fact).anyMatch(maker -> !stuck.containsKey(maker.rule()) && mayMake(maker, fact));
            known.put(fact, before);
        }
        return before;
    }

    /** Whether a rule can make such a fact; looked at more closely than {@link #isPossible}: with its conditions and tables. */
    public boolean canMake(Target fact) {
        return makers(fact).anyMatch(maker -> !stuck.containsKey(maker.rule()) && canMake(maker, fact));
    }

    private void index(String rule) {
        Makes.of(book.written(rule).tree().consequence()).stream()
                .distinct()
                .forEach(made -> makers.computeIfAbsent(made.type(), _ -> new ArrayList<>())
                        .add(new Maker(rule, made, book.literals(made))));
    }

    private Stream<Maker> makers(Target fact) {
        List<Maker> all = makers.getOrDefault(fact.type(), List.of());
        Allowance.current().tick(1 + all.size() / MAKERS_OF_A_TICK);
        return all.stream().filter(maker -> !maker.makesAnother(fact));
    }

    /** The facts that keep rules from making such a fact. */
    public List<Target> hindrances(Target fact) {
        return makers(fact)
                .filter(maker -> mayMake(maker, fact))
                .map(Maker::rule)
                .distinct()
                .flatMap(rule -> hindrances(rule).stream())
                .distinct()
                .toList();
    }

    private void tryOut(String rule) {
        Search search = book.search(facts, costs);
        Rulebook.Written written = book.written(rule);
        List<State> states = List.of(State.START);
        for (Condition condition : book.conditions(written)) {
            List<State> after = search.after(condition, written.source(), states);
            states = after.stream().filter(this::isPossible).toList();
            if (states.isEmpty() && !search.isCutShort()) {
                Place place = written.source().place(condition.at());
                stuck.put(rule, new Stuck(ConditionText.of(condition), place, impossible(after)));
                known.clear();
            }
            if (states.isEmpty()) {
                return;
            }
        }
    }

    private boolean isPossible(State state) {
        return state.unmet().stream().allMatch(unmet -> switch (unmet) {
            case Unmet.Lacking lacking -> isPossible(lacking.fact());
            case Unmet.InTheWay _ -> false;
            case Unmet.Untold _ -> true;
        });
    }

    private @Nullable Target impossible(List<State> states) {
        return states.stream()
                .flatMap(state -> state.unmet().stream())
                .filter(Unmet.Lacking.class::isInstance)
                .map(unmet -> ((Unmet.Lacking) unmet).fact())
                .filter(fact -> !isPossible(fact))
                .findFirst()
                .orElse(null);
    }

    /** Whether a rule's text allows it; whether its conditions and tables do is another matter. */
    private boolean mayMake(Maker maker, Target fact) {
        return !book.asked(maker.made(), fact, List.of(State.START), bare, false)
                .isEmpty();
    }

    private boolean canMake(Maker maker, Target fact) {
        Search search = book.search(facts, costs);
        return isReached(maker.rule(), maker.made(), fact, search) || search.isCutShort();
    }

    private boolean isReached(String rule, Expr.New made, Target fact, Search search) {
        Rulebook.Written written = book.written(rule);
        List<State> states = book.asked(made, fact, List.of(State.START), search, false);
        for (Condition condition : book.conditions(written)) {
            List<State> possible = search.after(condition, written.source(), states).stream()
                    .filter(this::isPossible)
                    .toList();
            states = book.asked(made, fact, possible, search, false);
        }
        return book.asked(made, fact, states, search, true).stream().anyMatch(this::isPossible);
    }

    private List<Target> hindrances(String rule) {
        Rulebook.Written written = book.written(rule);
        Search search = book.search(List.of(), type -> 1);
        return book.conditions(written).stream()
                .filter(Condition.Not.class::isInstance)
                .map(condition -> ((Condition.Not) condition).inner())
                .filter(Condition.Match.class::isInstance)
                .flatMap(inner -> search.after(inner, written.source(), List.of(State.START)).stream())
                .flatMap(state -> state.unmet().stream())
                .filter(Unmet.Lacking.class::isInstance)
                .map(unmet -> ((Unmet.Lacking) unmet).fact())
                .toList();
    }
}
