package dev.muster.fact;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table of the pack. A cell that is not there reads as empty.
 *
 * @param table the table's name: its file's name without {@code .csv}
 * @param file the file, relative to the rules folder
 * @param line the row's line in it, counted from 1
 * @param cells text by column, in the order of the columns
 */
public record Row(String table, String file, int line, Map<String, String> cells) {
    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The text of a cell, empty where the table has no such column. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /**
     * The number in a cell.
     *
     * @throws NumberFormatException where the cell holds none
     */
    public double number(String column) {
        String text = cell(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new NumberFormatException("the cell \"" + column + "\" holds \"" + text + "\", which is no number");
        }
    }

    /** The values of a cell that holds several, parted by {@code ;}. */
    public List<String> values(String column) {
        return Arrays.stream(cell(column).split(";", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
