package dev.muster.policy.check;

import dev.muster.fact.Row;
import dev.muster.limit.Allowance;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.settings.PackSettings.TableSettings;
import dev.muster.source.CsvTable;
import dev.muster.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say two different things about the same, and rows that say nothing that another one does not say. A column can
 * hold only one value for the same where it is a severity, a phase or a number, or says yes or no.
 */
final class RowConflicts {
    private static final Set<ColumnKind> SINGLE = Set.of(ColumnKind.SEVERITY, ColumnKind.PHASE, ColumnKind.NUMBER);
    private static final Set<String> YES_OR_NO = Set.of("yes", "no", "true", "false");

    private final CheckedPack checked;

    private RowConflicts(CheckedPack checked) {
        this.checked = checked;
    }

    static Stream<PackFinding> of(CheckedPack checked) {
        RowConflicts conflicts = new RowConflicts(checked);
        return checked.pack().tables().stream().flatMap(conflicts::table);
    }

    /** Each row is held against each before it. */
    private static final int MOST_ROWS = 3_000;

    private Stream<PackFinding> table(CsvTable table) {
        List<Row> rows = table.rows().stream().limit(MOST_ROWS).toList();
        return Stream.iterate(1, i -> i < rows.size(), i -> i + 1)
                .flatMap(i -> rows.subList(0, i).stream()
                        .flatMap(earlier -> Stream.ofNullable(conflict(table, earlier, rows.get(i)))));
    }

    private @Nullable PackFinding conflict(CsvTable table, Row earlier, Row later) {
        Allowance.current().tick();
        List<String> different = table.columns().stream()
                .filter(column -> !earlier.cell(column).equals(later.cell(column)))
                .toList();
        if (different.isEmpty()) {
            return null;
        }
        if (isSpeltDifferently(table, earlier, later, different)) {
            return finding(
                    CheckIds.CONTRADICTING_ROWS,
                    later,
                    "is spelt otherwise than in " + place(earlier) + " (" + String.join(", ", different)
                            + "), so rules take them for two. Spell it alike, or take one out.");
        }
        if (different.size() > 1) {
            return null;
        }
        String column = different.getFirst();
        if (isSingle(table, column, earlier, later)) {
            return finding(
                    CheckIds.CONTRADICTING_ROWS,
                    later,
                    "says " + column + " " + later.cell(column) + ", and " + place(earlier) + " says "
                            + earlier.cell(column) + " for the same. Keep one of the two.");
        }
        return shadowed(column, earlier, later);
    }

    private boolean isSingle(CsvTable table, String column, Row one, Row other) {
        TableSettings settings = checked.pack().settings().tables().get(table.name());
        ColumnKind kind = settings == null ? null : settings.columns().get(column);
        boolean key = settings != null && settings.key().contains(column);
        boolean yesOrNo = YES_OR_NO.contains(one.cell(column)) && YES_OR_NO.contains(other.cell(column));
        return !key && (yesOrNo || kind != null && SINGLE.contains(kind));
    }

    /** Names that differ only in capital letters or blanks. */
    private boolean isSpeltDifferently(CsvTable table, Row earlier, Row later, List<String> different) {
        TableSettings settings = checked.pack().settings().tables().get(table.name());
        List<String> key = settings == null ? List.of() : settings.key();
        boolean inKey = !key.isEmpty() && different.stream().anyMatch(key::contains);
        return inKey
                && key.stream().allMatch(column -> plain(earlier.cell(column)).equals(plain(later.cell(column))));
    }

    private static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }

    /** One of two rows has all the values that the other one has, and more. */
    private static @Nullable PackFinding shadowed(String column, Row earlier, Row later) {
        Set<String> some = new HashSet<>(earlier.values(column));
        Set<String> others = new HashSet<>(later.values(column));
        if (some.size() < 2 && others.size() < 2) {
            return null;
        }
        if (some.containsAll(others)) {
            return shadow(later, earlier);
        }
        return others.containsAll(some) ? shadow(earlier, later) : null;
    }

    private static PackFinding shadow(Row shadowed, Row by) {
        return finding(
                CheckIds.SHADOWED_ROW, shadowed, "says nothing that " + place(by) + " does not say. Take it out.");
    }

    private static String place(Row row) {
        return row.file() + ":" + row.line();
    }

    private static PackFinding finding(String check, Row row, String message) {
        return new PackFinding(
                check, Level.WARNING, new Place(row.file(), row.line(), 1), row.table(), "This row " + message);
    }
}
