package dev.muster.source;

import dev.muster.fact.Row;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file. Commons CSV knows the quoting; the places of the cells are found again in the text. */
final class CsvReader {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    /** As of a file of rules. */
    static final int MOST_CHARACTERS = 4_000_000;

    static final int MOST_COLUMNS = 1_000;

    /** Each row is a fact of every plan. */
    static final int MOST_ROWS = 20_000;

    /** Each takes some hundred bytes for as long as the pack is in use, also where nothing stands in it. */
    static final int MOST_CELLS = 500_000;

    /** A cell is a name, a number or a sentence. */
    static final int LONGEST_CELL = 20_000;

    private static final int BYTES_OF_A_CELL = 150;

    private final Allowance allowance = Allowance.current();
    private final String file;
    private final String text;
    private final Lines lines;
    private final Faults faults;
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, List<Place>> places = new HashMap<>();
    private int cells;

    CsvReader(String file, String text, Faults faults) {
        this.file = file;
        this.text = Lines.withoutMark(text);
        this.lines = new Lines(file, this.text);
        this.faults = faults;
    }

    CsvTable read() {
        int before = faults.count();
        if (text.length() > MOST_CHARACTERS) {
            tooMuch(
                    lines.at(0),
                    "This table has " + text.length() + " characters; at most " + MOST_CHARACTERS + " are read.");
        } else {
            parse();
        }
        if (columns.isEmpty() && faults.count() == before) {
            faults.add(lines.at(0), "This table is empty; its first row names the columns.");
        }
        return new CsvTable(name(), columns, rows, places);
    }

    private void parse() {
        int next = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : parser) {
                allowance.tick(1 + row.size());
                allowance.holds((long) BYTES_OF_A_CELL * row.size());
                if (!fits(row)) {
                    return;
                }
                next = take(row);
            }
        } catch (OverLimitException e) {
            throw Stopped.at(lines.at(next), e);
        } catch (IOException | UncheckedIOException e) {
            unreadable(next, e);
        }
    }

    /** Whether there is room for one more row; the first for which there is none is told, and the rest not read. */
    private boolean fits(CSVRecord row) {
        Place at = lines.at(Math.toIntExact(row.getCharacterPosition()));
        cells += row.size();
        if (row.size() > MOST_COLUMNS) {
            return tooMuch(
                    at, "This row has " + row.size() + " cells; a table has at most " + MOST_COLUMNS + " columns.");
        }
        if (rows.size() >= MOST_ROWS) {
            return tooMuch(at, "Here begins row " + (MOST_ROWS + 1) + "; a table has at most " + MOST_ROWS + ".");
        }
        if (cells > MOST_CELLS) {
            return tooMuch(at, "The table has more than " + MOST_CELLS + " cells up to here, which is the most.");
        }
        if (row.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            return tooMuch(at, "This row has a cell of more than " + LONGEST_CELL + " characters; is a quote missing?");
        }
        return true;
    }

    private boolean tooMuch(Place at, String found) {
        faults.add(at, found + " Take out what no rule asks for, or part it into several tables.");
        return false;
    }

    /** Takes a row and gives the offset behind it. */
    private int take(CSVRecord row) {
        CsvCells cells = CsvCells.of(text, Math.toIntExact(row.getCharacterPosition()));
        List<String> values = row.stream().map(String::strip).toList();
        if (values.stream().allMatch(String::isEmpty)) {
            return cells.end();
        }
        List<Place> at = cells.starts().stream().map(lines::at).toList();
        if (columns.isEmpty()) {
            head(values, at);
        } else {
            body(values, at);
        }
        return cells.end();
    }

    private void head(List<String> names, List<Place> at) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean repeated = !known.add(name);
            if (name.isEmpty()) {
                faults.add(at.get(i), "Column " + (i + 1) + " has no name; the first row names the columns.");
            } else if (repeated) {
                faults.add(at.get(i), "The column \"" + name + "\" is already there.");
            } else if (name.contains(";")) {
                faults.add(at.get(i), "The cells of a table are parted by commas; found \"" + name + "\".");
            }
        }
        columns.addAll(names);
    }

    private void body(List<String> values, List<Place> at) {
        int more = values.size() - columns.size();
        if (more != 0) {
            Place place = more > 0 ? at.get(columns.size()) : at.getLast();
            String advice = more > 0 ? " A cell that holds a comma must stand in double quotes." : "";
            faults.add(
                    place,
                    "This row has " + values.size() + " cells, the table has " + columns.size() + " columns." + advice);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
            cells.put(columns.get(i), values.get(i));
        }
        int line = at.getFirst().line();
        rows.add(new Row(name(), file, line, cells));
        places.put(line, at);
    }

    private void unreadable(int from, Exception e) {
        String message = String.valueOf(e.getMessage());
        int start = CsvCells.skipIgnored(text, from);
        int quote = CsvCells.openQuote(text, start);
        faults.add(
                lines.at(quote >= 0 ? quote : start),
                quote >= 0
                        ? "The quote that starts here does not end."
                        : message.contains("between encapsulated token")
                                ? "A cell in this row goes on after its closing quote; write \"\" for a quote inside."
                                : "This row cannot be read: " + message + ".");
    }

    private String name() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
    }
}
