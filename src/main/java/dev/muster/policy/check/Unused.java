package dev.muster.policy.check;

import dev.muster.fact.Agent;
import dev.muster.limit.Allowance;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.drl.Read;
import dev.muster.policy.drl.Read.Compared;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Agents that no rule can choose, and signals that no rule reads. */
final class Unused {
    private static final Map<String, String> CHOOSING =
            Map.of("UseAgent", "agent", "Review", "agent", "ReviewOutput", "reviewer");
    private static final Set<String> EQUALITY = Set.of("==", "in");

    private Unused() {}

    static Stream<PackFinding> agents(CheckedPack checked) {
        return checked.pack().agents().facts().stream()
                .filter(agent -> !isChosen(checked, agent))
                .map(agent -> new PackFinding(
                        CheckIds.UNUSED_AGENT,
                        Level.WARNING,
                        new Place(agent.file(), 1, 1),
                        agent.name(),
                        "No rule can choose the agent " + agent.name()
                                + ": no rule and no row that a rule uses names it."));
    }

    private static boolean isChosen(CheckedPack checked, Agent agent) {
        return CHOOSING.entrySet().stream()
                .map(choosing -> Target.of(choosing.getKey(), Demand.is(choosing.getValue(), agent.name())))
                .anyMatch(checked.possibilities()::canMake);
    }

    static Stream<PackFinding> signals(CheckedPack checked) {
        return checked.pack().signals().definitions().stream()
                .filter(signal -> !isRead(checked, signal))
                .map(signal -> new PackFinding(
                        CheckIds.UNREAD_SIGNAL,
                        Level.WARNING,
                        signal.place(),
                        signal.name(),
                        "No rule reads the signal " + signal.name() + ". Write one that does, or take it out."));
    }

    private static boolean isRead(CheckedPack checked, SignalDefinition signal) {
        Allowance.current().tick(1 + checked.pack().rules().rules().size());
        return checked.pack().rules().rules().stream()
                        .flatMap((RuleInfo rule) -> rule.reads().stream())
                        .filter(read ->
                                read.type().equals("Signal") || read.type().equals("Mention"))
                        .anyMatch(read -> fits(read, "name", signal.name()) && fits(read, "kind", signal.kind()))
                && !isLeftToRows(checked, signal);
    }

    /** A comparison with {@code in} stands there once for each value. */
    private static boolean fits(Read read, String property, String value) {
        List<Compared> wanted = read.compared().stream()
                .filter(compared -> compared.property().equals(property) && compared.literal() != null)
                .filter(compared -> EQUALITY.contains(compared.operator()))
                .toList();
        return wanted.isEmpty() || wanted.stream().anyMatch(compared -> value.equals(compared.literal()));
    }

    /** Where every rule that takes the signal by its kind looks it up in a table, it needs a row. */
    private static boolean isLeftToRows(CheckedPack checked, SignalDefinition signal) {
        boolean named = checked.pack().rules().rules().stream()
                .flatMap(rule -> rule.reads().stream())
                .filter(read -> read.type().equals("Signal") || read.type().equals("Mention"))
                .flatMap(read -> read.compared().stream())
                .anyMatch(compared -> signal.name().equals(compared.literal()));
        List<RuleInfo> byKind = checked.pack().rules().rules().stream()
                .filter(rule -> rule.reads().stream()
                        .anyMatch(read -> read.type().equals("Signal")
                                && fits(read, "name", signal.name())
                                && fits(read, "kind", signal.kind())))
                .toList();
        return !named && !byKind.isEmpty() && byKind.stream().allMatch(rule -> isWithoutRow(checked, rule, signal));
    }

    private static boolean isWithoutRow(CheckedPack checked, RuleInfo rule, SignalDefinition signal) {
        List<String> tables = rule.reads().stream()
                .filter(read -> read.type().equals("Row"))
                .flatMap(read -> read.compared().stream())
                .filter(compared -> compared.property().equals("table"))
                .map(compared -> String.valueOf(compared.literal()))
                .toList();
        return tables.stream().anyMatch(name -> lacksRow(checked, name, signal));
    }

    private static boolean lacksRow(CheckedPack checked, String name, SignalDefinition signal) {
        var settings = checked.pack().settings().tables().get(name);
        List<String> columns = settings == null
                ? List.of()
                : settings.columns().entrySet().stream()
                        .filter(column -> column.getValue() == ColumnKind.SIGNAL)
                        .map(Map.Entry::getKey)
                        .toList();
        return !columns.isEmpty()
                && checked.pack().rows().stream()
                        .filter(row -> row.table().equals(name))
                        .noneMatch(row -> columns.stream()
                                .anyMatch(column -> row.values(column).contains(signal.name())));
    }
}
