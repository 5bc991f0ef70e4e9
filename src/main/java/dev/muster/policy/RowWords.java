package dev.muster.policy;

import dev.muster.fact.Row;
import dev.muster.plan.Because;
import java.util.List;
import java.util.stream.Collectors;

/** A table's row as a reason: what it is keyed by, and which of its values was used. */
final class RowWords {
    private static final int MAX_LENGTH = 160;

    private RowWords() {}

    static Because because(Row row, Object concluded) {
        String name = row.file().substring(row.file().lastIndexOf('/') + 1);
        return new Because(
                name + " row " + row.line(), row.file(), row.line(), text(row, concluded), List.of(), List.of());
    }

    /** {@code new-api-endpoint → nestjs-api-master}: the first cell, and the value that the conclusion took over. */
    private static String text(Row row, Object concluded) {
        String key = row.cells().values().stream().findFirst().orElse("");
        String words = concluded.toString();
        String used = row.cells().keySet().stream()
                .skip(1)
                .flatMap(column -> row.values(column).stream())
                .filter(value -> value.length() > 2 && words.contains("=" + value))
                .distinct()
                .collect(Collectors.joining(", "));
        String rest = used.isEmpty()
                ? row.cells().values().stream()
                        .skip(1)
                        .filter(v -> !v.isEmpty())
                        .collect(Collectors.joining(", "))
                : used;
        String text = key + " → " + rest;
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }
}
