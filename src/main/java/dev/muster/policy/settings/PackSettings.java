package dev.muster.policy.settings;

import dev.muster.plan.settling.Frame;
import dev.muster.source.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code pack.yaml} says.
 *
 * @param title one line about the pack
 * @param casesMustPass whether a red case keeps a new version from being served
 * @param frame phases, reviews, limits, modules and checks
 * @param names the closed sets of names that the pack's rules and tables use, by kind
 * @param tables what the cells of a table's columns are, by table and column
 * @param silence findings of the check that are not to be shown
 * @param executors how agents are called, unless the operator says otherwise
 */
public record PackSettings(
        String title,
        boolean casesMustPass,
        Frame frame,
        Map<ColumnKind, List<String>> names,
        Map<String, TableSettings> tables,
        List<Silence> silence,
        List<ExecutorFor> executors) {
    public PackSettings {
        names = Map.copyOf(names);
        tables = Map.copyOf(tables);
        silence = List.copyOf(silence);
        executors = List.copyOf(executors);
    }

    /** The names of executors, by agent or {@code *} for all others. */
    public Map<String, String> executorsByAgent() {
        return executors.stream().collect(Collectors.toUnmodifiableMap(ExecutorFor::agent, ExecutorFor::executor));
    }

    public PackSettings withFrame(Frame other) {
        return new PackSettings(title, casesMustPass, other, names, tables, silence, executors);
    }

    /**
     * What a table's cells are.
     *
     * @param key the columns that no two rows may share the values of; empty where rows may repeat
     * @param columns the kind of a column's values, such as {@code agent} or {@code phase}
     */
    public record TableSettings(List<String> key, Map<String, ColumnKind> columns, Place place) {
        public TableSettings {
            key = List.copyOf(key);
            columns = Map.copyOf(columns);
        }
    }

    /** A finding that was looked at and accepted. */
    public record Silence(String check, String about, String because, Place place) {}

    /** The executor of an agent, or of all others where the agent is {@code *}. */
    public record ExecutorFor(String agent, String executor, Place place) {}
}
