package dev.muster.policy.drl.loading;

import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.QueryInfo;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.session.Inferences;
import dev.muster.source.FaultException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules that were loaded and can be run over facts, by any number of threads. */
public final class RuleBase {
    private final List<RuleInfo> rules;
    private final List<QueryInfo> queries;
    private final Inferences inferences;
    private final Earlier kept;

    private RuleBase(RuleLoader.Loaded loaded) {
        kept = loaded.kept();
        rules = loaded.rules();
        queries = loaded.queries();
        Map<String, QueryInfo> queriesByName = new LinkedHashMap<>();
        queries.forEach(query -> queriesByName.put(query.name(), query));
        inferences = new Inferences(loaded.base(), queriesByName);
    }

    /**
     * Loads files of rules.
     *
     * @throws FaultException with everything that is wrong in all of them
     */
    public static RuleBase load(Vocabulary vocabulary, List<DrlSource> sources) {
        return load(vocabulary, sources, null);
    }

    /**
     * Loads files of rules of which some have not changed since an earlier load: what that one read and compiled is used again.
     * The result is the same; the earlier rule base stays as it is, and can still run.
     *
     * @throws FaultException with everything that is wrong in all of them
     */
    public static RuleBase load(Vocabulary vocabulary, List<DrlSource> sources, @Nullable RuleBase earlier) {
        return new RuleBase(RuleLoader.load(vocabulary, sources, earlier == null ? null : earlier.kept));
    }

    /** The rules of files, also of those that cannot be used, as far as they can be read. What they inherit is left out. */
    public static List<RuleInfo> outline(Vocabulary vocabulary, List<DrlSource> sources) {
        return RuleLoader.outline(vocabulary, sources);
    }

    /** The rules in the order of the files and of their lines. */
    public List<RuleInfo> rules() {
        return rules;
    }

    public List<QueryInfo> queries() {
        return queries;
    }

    /** Runs the rules over facts in a session of their own until nothing fires any more. */
    public Inference infer(Collection<?> facts, SessionLimits limits) {
        return infer(facts, limits, List.of());
    }

    /** Runs the rules and then asks queries. */
    public Inference infer(Collection<?> facts, SessionLimits limits, List<Ask> asks) {
        return infer(facts, limits, asks, firing -> {});
    }

    /** Runs the rules, tells a listener of each firing before its consequence changes anything, and then asks queries. */
    public Inference infer(Collection<?> facts, SessionLimits limits, List<Ask> asks, Consumer<Firing> listener) {
        return inferences.infer(
                facts,
                limits,
                asks.stream()
                        .map(ask -> new Inferences.Ask(ask.query(), ask.arguments()))
                        .toList(),
                listener);
    }

    /**
     * Runs the rules for somebody who asks only what follows and not why.
     *
     * @return what is in working memory at the end, in the order in which it came
     */
    public List<Object> conclude(Collection<?> facts, SessionLimits limits) {
        return inferences.conclude(facts, limits);
    }

    /** A call of a query; null leaves an argument open, so that the query finds it. */
    public record Ask(String query, List<@Nullable Object> arguments) {}
}
