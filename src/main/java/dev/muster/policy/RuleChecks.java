package dev.muster.policy;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.Read;
import dev.muster.policy.drl.Read.Compared;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.CsvTable;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import dev.muster.source.Stopped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names in rules that are not there: an agent, a signal, a table, a column. A rule with one would never do anything. */
final class RuleChecks {
    private static final Map<String, ColumnKind> PARAMETERS = Map.of(
            "agent", ColumnKind.AGENT,
            "thenAgent", ColumnKind.AGENT,
            "reviewer", ColumnKind.AGENT,
            "phase", ColumnKind.PHASE);

    /** By type: what its {@code name} names, whether a rule makes it or looks for it. */
    private static final Map<String, ColumnKind> NAMES = Map.of(
            "TaskType", ColumnKind.TASK_TYPE,
            "Pattern", ColumnKind.PATTERN,
            "Category", ColumnKind.CATEGORY,
            "Trigger", ColumnKind.TRIGGER,
            "Signal", ColumnKind.SIGNAL,
            "Mention", ColumnKind.SIGNAL,
            "Agent", ColumnKind.AGENT);

    private static final Set<String> EQUALITY = Set.of("==", "!=", "in", "not in");

    private final RuleBase rules;
    private final List<CsvTable> tables;
    private final KnownNames known;
    private final Faults faults;
    private final Map<ColumnKind, Set<String>> names = new EnumMap<>(ColumnKind.class);

    RuleChecks(RuleBase rules, List<CsvTable> tables, KnownNames known, Faults faults) {
        this.rules = rules;
        this.tables = tables;
        this.known = known;
        this.faults = faults;
    }

    void run() {
        for (RuleInfo rule : rules.rules()) {
            try {
                rule.makes().forEach(made -> made(rule, made));
                rule.reads().forEach(read -> read(rule, read));
            } catch (OverLimitException e) {
                throw Stopped.at(new Place(rule.file(), rule.line(), 1), " (in rule \"" + rule.name() + "\")", e);
            }
        }
    }

    private void made(RuleInfo rule, Made made) {
        constructor(made).ifPresent(constructor -> {
            for (int i = 0; i < made.arguments().size(); i++) {
                Made.Argument argument = made.arguments().get(i);
                kind(made.type(), constructor.parameters().get(i).name())
                        .ifPresent(kind -> check(rule, kind, argument.literal(), argument.place()));
            }
        });
    }

    private static Optional<Callable> constructor(Made made) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(made.type());
        return type == null
                ? Optional.empty()
                : type.constructors().stream()
                        .filter(c -> c.parameters().size() == made.arguments().size())
                        .findFirst();
    }

    private void read(RuleInfo rule, Read read) {
        for (Compared compared : read.compared()) {
            if (EQUALITY.contains(compared.operator())) {
                kind(read.type(), compared.property())
                        .ifPresent(kind -> check(rule, kind, compared.literal(), compared.place()));
            }
        }
        if (read.type().equals("Row")) {
            row(rule, read);
        }
    }

    /** What a property of a type of facts names, if it names something. */
    static Optional<ColumnKind> kind(String type, String property) {
        ColumnKind kind = property.equals("name") ? NAMES.get(type) : PARAMETERS.get(property);
        return Optional.ofNullable(kind);
    }

    private void check(RuleInfo rule, ColumnKind kind, @Nullable Object literal, Place place) {
        Allowance.current().tick();
        if (literal instanceof String name && known.isClosed(kind)) {
            Set<String> there = names.computeIfAbsent(kind, one -> new LinkedHashSet<>(known.of(one)));
            if (!there.contains(name)) {
                fault(rule, place, "No " + kind + " is called \"" + name + "\".", name, there);
            }
        }
    }

    private void row(RuleInfo rule, Read read) {
        read.compared().stream()
                .filter(compared -> compared.property().equals("table")
                        && compared.operator().equals("==")
                        && compared.literal() != null)
                .findFirst()
                .ifPresent(compared -> table(rule, read, compared));
    }

    private void table(RuleInfo rule, Read read, Compared named) {
        String name = String.valueOf(named.literal());
        Optional<CsvTable> table =
                tables.stream().filter(t -> t.name().equals(name)).findFirst();
        if (table.isEmpty()) {
            List<String> names = tables.stream().map(CsvTable::name).toList();
            fault(rule, named.place(), "There is no table " + name + ".csv.", name, names);
            return;
        }
        read.compared().forEach(compared -> column(rule, table.get(), compared));
    }

    private void column(RuleInfo rule, CsvTable table, Compared compared) {
        String call = compared.property();
        if (call.startsWith("cell(\"") && call.endsWith("\")")) {
            String column = call.substring("cell(\"".length(), call.length() - 2);
            if (!table.columns().contains(column)) {
                String message = "The table " + table.name() + " has no column \"" + column + "\".";
                fault(rule, compared.propertyPlace(), message, column, table.columns());
            }
        }
    }

    private void fault(RuleInfo rule, Place place, String message, String word, Collection<String> candidates) {
        faults.add(place, message + Nearest.hint(word, candidates) + " (in rule \"" + rule.name() + "\")");
    }
}
