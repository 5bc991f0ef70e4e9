package dev.muster.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of one row begin, and where the row ends.
 *
 * @param starts the offset of each cell's first character, white space skipped
 * @param end the offset behind the row's line end
 */
record CsvCells(List<Integer> starts, int end) {
    static CsvCells of(String text, int from) {
        List<Integer> starts = new ArrayList<>();
        int at = skipIgnored(text, from);
        while (true) {
            at = skipBlanks(text, at);
            starts.add(at);
            at = endOfCell(text, at);
            if (at >= text.length() || text.charAt(at) != ',') {
                return new CsvCells(List.copyOf(starts), Math.min(text.length(), at + 1));
            }
            at++;
        }
    }

    /** The next offset where a row begins: empty lines and comments are no rows. */
    static int skipIgnored(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = endOfLine(text, at);
            } else if (!isLineEnd(c)) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** The offset of the first quote from here on that never ends, or -1. */
    static int openQuote(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int cell = skipBlanks(text, at);
            at = endOfCell(text, cell);
            boolean quoted = cell < text.length() && text.charAt(cell) == '"';
            if (quoted && at >= text.length() && closingQuote(text, cell) < 0) {
                return cell;
            }
            at++;
        }
        return -1;
    }

    private static int endOfCell(String text, int cell) {
        int at = cell;
        if (at < text.length() && text.charAt(at) == '"') {
            int closing = closingQuote(text, at);
            at = closing < 0 ? text.length() : closing + 1;
        }
        while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int closingQuote(String text, int opening) {
        int at = text.indexOf('"', opening + 1);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
