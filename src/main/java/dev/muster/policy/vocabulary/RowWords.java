package dev.muster.policy.vocabulary;

import dev.muster.fact.Row;
import dev.muster.plan.Because;
import java.util.List;
import java.util.stream.Collectors;

/** A table's row as a reason: what it is keyed by, and which of its values was used. */
public final class RowWords {
    private static final int MAX_LENGTH = 160;

    private RowWords() {}

    /**
     * The row as the reason for what was concluded.
     *
     * @param others what the rule matched beside the row
     */
    public static Because because(Row row, Object concluded, List<Object> others) {
        String name = row.file().substring(row.file().lastIndexOf('/') + 1);
        return new Because(
                name + " row " + row.line(),
                row.file(),
                row.line(),
                text(row, concluded, others),
                List.of(),
                List.of());
    }

    /** {@code new-api-endpoint → nestjs-api-master}: the cells that the row was found by, and what was taken from it. */
    private static String text(Row row, Object concluded, List<Object> others) {
        List<String> cells =
                row.cells().values().stream().filter(cell -> !cell.isEmpty()).toList();
        String conclusion = concluded.toString();
        List<String> used = row.cells().keySet().stream()
                .skip(1)
                .flatMap(column -> row.values(column).stream())
                .filter(value -> isPart(value, conclusion))
                .distinct()
                .toList();
        String matched = others.stream().map(FactWords::of).collect(Collectors.joining(" ", " ", " "));
        String key = cells.stream()
                .filter(cell -> cell.equals(cells.getFirst()) || matched.contains(" " + cell + " "))
                .filter(cell -> !used.contains(cell))
                .collect(Collectors.joining(" "));
        String rest = String.join(", ", used.isEmpty() ? cells.subList(1, cells.size()) : used);
        String text = rest.isEmpty() ? key : key + " → " + rest;
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** Whether a record's text has this value as one of its parts. */
    private static boolean isPart(String value, String record) {
        return value.length() > 2 && (record.contains("=" + value + ",") || record.contains("=" + value + "]"));
    }
}
