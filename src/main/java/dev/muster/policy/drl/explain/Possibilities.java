package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.source.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What rules can conclude at all, whatever a task says: with what is always there, and with what can be brought about. */
public final class Possibilities {
    private final Rulebook book;
    private final Collection<Object> facts;
    private final ToIntFunction<String> costs;
    private final Predicate<Target> given;
    private final Map<String, Stuck> stuck = new LinkedHashMap<>();
    private final Map<Target, Boolean> known = new HashMap<>();

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
                    || book.names().stream().anyMatch(rule -> !stuck.containsKey(rule) && mayMake(rule, fact));
            known.put(fact, before);
        }
        return before;
    }

    /** Whether a rule can make such a fact; looked at more closely than {@link #isPossible}: with its conditions and tables. */
    public boolean canMake(Target fact) {
        return book.names().stream().anyMatch(rule -> !stuck.containsKey(rule) && canMake(rule, fact));
    }

    /** The facts that keep rules from making such a fact. */
    public List<Target> hindrances(Target fact) {
        return book.names().stream()
                .filter(rule -> mayMake(rule, fact))
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
    private boolean mayMake(String rule, Target fact) {
        Search search = book.search(List.of(), costs);
        return Rulebook.makers(book.written(rule).tree(), fact.type()).stream()
                .anyMatch(made -> !book.asked(made, fact, List.of(State.START), search, false)
                        .isEmpty());
    }

    private boolean canMake(String rule, Target fact) {
        Search search = book.search(facts, costs);
        boolean reached = Rulebook.makers(book.written(rule).tree(), fact.type()).stream()
                .anyMatch(made -> isReached(rule, made, fact, search));
        return reached || search.isCutShort();
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
