package dev.muster.policy.drl.explain;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Value.Known;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.DrlFile;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.FileParser;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a rule base as they are written, to be asked what each would have needed. */
public final class Rulebook {
    private static final int MOST_WAYS = 12;

    private final Vocabulary vocabulary;
    private final Map<String, Written> rules = new TreeMap<>();
    private final List<Call> calls = new ArrayList<>();
    private List<String> names = List.of();

    /** A rule in its file. */
    record Written(RuleTree tree, SourceText source) {}

    private Rulebook(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads rules that were loaded before, so that nothing is wrong with them. */
    public static Rulebook of(Vocabulary vocabulary, List<DrlSource> sources) {
        Rulebook book = new Rulebook(vocabulary);
        for (DrlSource source : sources) {
            SourceText text = new SourceText(source.path(), source.text());
            DrlFile file = FileParser.read(text, new SyntaxFaults(text));
            file.rules().forEach(tree -> book.add(new Written(tree, text)));
        }
        book.names = book.inOrder().map(rule -> rule.tree().name()).toList();
        return book;
    }

    private void add(Written written) {
        RuleTree tree = written.tree();
        if (!tree.isQuery()) {
            rules.put(tree.name(), written);
        }
        Matches.of(tree.conditions()).stream()
                .filter(match -> vocabulary.type(match.type()) == null
                        || match.passive()
                        || !match.positional().isEmpty())
                .forEach(match -> calls.add(new Call(tree.name(), match.type())));
    }

    /** The queries that rules and other queries ask. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** A query that a rule or another query asks. */
    public record Call(String by, String query) {}

    /**
     * What each rule that could make a fact would have needed for it.
     *
     * @param facts all that was there in the end
     * @param costs how far off it is that a fact of a type were there
     */
    public List<Attempt> attempts(Target wanted, Collection<Object> facts, ToIntFunction<String> costs) {
        Search search = search(facts, costs);
        return inOrder()
                .flatMap(rule -> makers(rule.tree(), wanted.type()).stream()
                        .filter(made -> !asked(made, wanted, List.of(State.START), search, false)
                                .isEmpty())
                        .map(made -> new Attempt(rule.tree().name(), inTime(rule, made, wanted, search))))
                .toList();
    }

    /** The names of all rules, in the order of files and lines. */
    public List<String> names() {
        return names;
    }

    /** The texts that an expression which makes a fact gives to its properties, as far as they stand there. */
    Map<String, String> literals(Expr.New made) {
        Map<String, String> literals = new HashMap<>();
        VocabularyType type = vocabulary.type(made.type());
        for (Callable constructor : type == null ? List.<Callable>of() : type.constructors()) {
            if (constructor.parameters().size() == made.arguments().size()) {
                for (int i = 0; i < made.arguments().size(); i++) {
                    if (made.arguments().get(i) instanceof Expr.Literal literal
                            && literal.value() instanceof String text) {
                        literals.put(constructor.parameters().get(i).name(), text);
                    }
                }
                return literals;
            }
        }
        return literals;
    }

    private Stream<Written> inOrder() {
        return rules.values().stream()
                .sorted(Comparator.comparing((Written rule) -> rule.source().path())
                        .thenComparingInt(rule -> rule.tree().at()));
    }

    /** The conditions of a rule as they are written, each on one line. */
    public List<String> conditions(String rule) {
        return conditions(written(rule)).stream().map(ConditionText::of).toList();
    }

    Written written(String rule) {
        return Objects.requireNonNull(rules.get(rule), rule);
    }

    Search search(Collection<Object> facts, ToIntFunction<String> costs) {
        return new Search(vocabulary, facts, costs);
    }

    static List<Expr.New> makers(RuleTree rule, String type) {
        return Makes.of(rule.consequence()).stream()
                .filter(made -> made.type().equals(type))
                .distinct()
                .toList();
    }

    private List<Way> inTime(Written rule, Expr.New made, Target wanted, Search search) {
        try {
            return ways(rule, made, wanted, search);
        } catch (OverLimitException e) {
            Place place = rule.source().place(rule.tree().at());
            throw new RuleLimitException(
                    "The explanation was stopped after " + e.reached() + ": rule \""
                            + rule.tree().name() + "\" (" + place
                            + ") could be met in too many ways. Ask about something nearer.",
                    place,
                    e);
        }
    }

    private List<Way> ways(Written rule, Expr.New made, Target wanted, Search search) {
        List<State> states = List.of(State.START);
        for (Condition condition : conditions(rule)) {
            states = search.after(condition, rule.source(), states);
            states = asked(made, wanted, states, search, false);
        }
        List<Way> ways = asked(made, wanted, states, search, true).stream()
                .map(state -> new Way(state.unmet(), state.cost()))
                .sorted(Comparator.comparingInt(Way::cost).thenComparing(Way::key))
                .distinct()
                .toList();
        return ways.stream()
                .filter(way -> ways.stream().noneMatch(way::failsAtMoreThan))
                .limit(MOST_WAYS)
                .toList();
    }

    /** The conditions with those of the rules that it extends before them. */
    List<Condition> conditions(Written rule) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Written one = rule;
        while (one != null && seen.add(one.tree().name())) {
            conditions.addAll(0, one.tree().conditions().parts());
            String parent = one.tree().parent();
            one = parent == null ? null : rules.get(parent);
        }
        return conditions;
    }

    /** The states in which what the rule makes can be what is wanted; what is not bound yet can be anything. */
    List<State> asked(Expr.New made, Target wanted, List<State> states, Search search, boolean atEnd) {
        List<State> left = states;
        for (Demand demand : wanted.demands()) {
            left = left.stream()
                    .flatMap(state -> asked(made, demand, state, search, atEnd).stream())
                    .toList();
        }
        return left;
    }

    private List<State> asked(Expr.New made, Demand demand, State state, Search search, boolean atEnd) {
        Value value = value(made, demand.property(), state, search);
        if (!atEnd && !(value instanceof Known)) {
            return List.of(state);
        }
        List<Value> values = new ArrayList<>();
        demand.values().forEach(one -> values.add(new Known(one)));
        return search.constraints().compared(value, demand.operator(), values, state);
    }

    private Value value(Expr.New made, String property, State state, Search search) {
        Expr argument = argument(made, property);
        return argument == null ? new Known(null) : search.values().of(argument, null, state);
    }

    private @Nullable Expr argument(Expr.New made, String property) {
        VocabularyType type = vocabulary.type(made.type());
        for (Callable constructor : type == null ? List.<Callable>of() : type.constructors()) {
            if (constructor.parameters().size() == made.arguments().size()) {
                Map<String, Expr> byName = new HashMap<>();
                for (int i = 0; i < made.arguments().size(); i++) {
                    byName.put(
                            constructor.parameters().get(i).name(),
                            made.arguments().get(i));
                }
                return byName.get(property);
            }
        }
        return null;
    }
}
