package dev.muster.policy.drl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule or a query as it is written.
 *
 * @param at where {@code rule} or {@code query} stands
 * @param doc the documentation comment before it, or empty
 * @param parameters of a query; null for a rule
 * @param parent the rule that it extends
 * @param broken whether a part of it could not be read
 */
public record RuleTree(
        int at,
        int end,
        String name,
        int nameAt,
        String doc,
        @Nullable String parent,
        int parentAt,
        @Nullable List<Parameter> parameters,
        List<Annotation> annotations,
        List<Attribute> attributes,
        Condition.And conditions,
        List<Statement> consequence,
        boolean broken) {

    /** {@code @name(value)} or {@code @name(key = value, …)}; a single value has the key {@code value}. */
    public record Annotation(int at, String name, List<Entry> entries) {}

    public record Entry(int at, String key, String value) {}

    /** {@code salience 10}; the expression is null where the attribute's name stands alone. */
    public record Attribute(int at, String name, @Nullable Expr value) {}

    public record Parameter(int at, String type, String name) {}

    public boolean isQuery() {
        return parameters != null;
    }

    /** How a message names it. */
    public String shown() {
        return (isQuery() ? "query \"" : "rule \"") + name + "\"";
    }
}
