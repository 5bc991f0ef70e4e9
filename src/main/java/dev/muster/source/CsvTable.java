package dev.muster.source;

import dev.muster.fact.Row;
import java.util.List;
import java.util.Map;

/**
 * A table that people edit in a spreadsheet: its columns, and its rows as facts.
 *
 * @param name the file's name without folder and {@code .csv}
 * @param columns in the order of the file
 * @param rows in the order of the file
 * @param cells the place of each cell, by the line of its row, then in the order of the columns
 */
public record CsvTable(String name, List<String> columns, List<Row> rows, Map<Integer, List<Place>> cells) {
    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = Map.copyOf(cells);
    }

    /**
     * Reads a table: cells are parted by commas and may stand in double quotes; the first row names the columns; empty lines
     * and lines that start with {@code #} are skipped.
     *
     * @param file the file's path relative to the rules folder
     */
    public static CsvTable read(String file, String text, Faults faults) {
        return new CsvReader(file, text, faults).read();
    }

    /** Where a cell stands; the row's beginning where the table has no such column, or the row is from another file. */
    public Place place(Row row, String column) {
        int index = columns.indexOf(column);
        List<Place> places = cells.getOrDefault(row.line(), List.of());
        boolean here =
                index >= 0 && index < places.size() && places.get(index).file().equals(row.file());
        return here ? places.get(index) : new Place(row.file(), row.line(), 1);
    }
}
