package dev.muster.policy;

import dev.muster.fact.Row;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.settings.PackSettings;
import dev.muster.policy.settings.PackSettings.TableSettings;
import dev.muster.source.CsvTable;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import dev.muster.source.Stopped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a table's cells name that is not there, and rows that say twice what can be said once. */
final class TableChecks {
    private static final int MOST_FAULTS = 1_000;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final PackSettings settings;
    private final List<CsvTable> tables;
    private final KnownNames known;
    private final Faults faults;
    /** The line that is looked at. */
    private int at = 1;

    TableChecks(PackSettings settings, List<CsvTable> tables, KnownNames known, Faults faults) {
        this.settings = settings;
        this.tables = tables;
        this.known = known;
        this.faults = faults;
    }

    void run() {
        settings.tables().forEach(this::declared);
        for (CsvTable table : tables) {
            TableSettings columns = settings.tables().get(table.name());
            if (columns != null) {
                inTime(table, () -> {
                    cells(table, columns);
                    keys(table, columns);
                });
            }
        }
    }

    private void inTime(CsvTable table, Runnable check) {
        try {
            check.run();
        } catch (OverLimitException e) {
            String file = table.rows().isEmpty()
                    ? table.name() + ".csv"
                    : table.rows().getFirst().file();
            throw Stopped.at(new Place(file, at, 1), e);
        }
    }

    private void declared(String name, TableSettings declared) {
        CsvTable table =
                tables.stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
        if (table == null) {
            List<String> names = tables.stream().map(CsvTable::name).toList();
            faults.add(declared.place(), "There is no table " + name + ".csv." + Nearest.hint(name, names));
            return;
        }
        declared.columns().keySet().stream().sorted().forEach(column -> column(table, column, declared.place()));
        declared.key().forEach(column -> column(table, column, declared.place()));
    }

    private void column(CsvTable table, String column, Place place) {
        if (!table.columns().contains(column)) {
            faults.add(
                    place,
                    "The table " + table.name() + " has no column \"" + column + "\"."
                            + Nearest.hint(column, table.columns())
                            + " The first row of " + table.name() + ".csv names them.");
        }
    }

    private void cells(CsvTable table, TableSettings settings) {
        settings.columns().forEach((column, kind) -> {
            if (kind == ColumnKind.NUMBER) {
                numbers(table, column);
                return;
            }
            Collection<String> names = new LinkedHashSet<>(known.of(kind));
            for (Row row : table.rows()) {
                at(row);
                if (faults.count() >= MOST_FAULTS) {
                    return; // looking for the nearest name takes long, and nobody reads so many
                }
                row.values(column).stream()
                        .filter(value -> !names.contains(value))
                        .forEach(value -> faults.add(
                                place(table, row, column, value),
                                "No " + kind + " is called \"" + value + "\"." + Nearest.hint(value, names)));
            }
        });
    }

    private void at(Row row) {
        at = row.line();
        Allowance.current().tick();
    }

    private void numbers(CsvTable table, String column) {
        for (Row row : table.rows()) {
            at(row);
            if (faults.count() >= MOST_FAULTS) {
                return;
            }
            if (!NUMBER.matcher(row.cell(column)).matches()) {
                faults.add(
                        table.place(row, column),
                        "A number is expected here, such as 3 or 0.5; found \"" + row.cell(column) + "\".");
            }
        }
    }

    private static Place place(CsvTable table, Row row, String column, String value) {
        Place cell = table.place(row, column);
        int offset = Math.max(0, row.cell(column).indexOf(value));
        return new Place(cell.file(), cell.line(), cell.column() + offset);
    }

    private void keys(CsvTable table, TableSettings settings) {
        if (settings.key().isEmpty()) {
            return;
        }
        Map<List<String>, Row> first = new HashMap<>();
        for (Row row : table.rows()) {
            at(row);
            List<String> key = settings.key().stream().map(row::cell).toList();
            Row earlier = first.putIfAbsent(key, row);
            if (earlier != null) {
                faults.add(
                        table.place(row, settings.key().getFirst()),
                        "This row says again what line " + earlier.line() + " says for " + String.join(", ", key)
                                + ". Keep one of the two.");
            }
        }
    }
}
