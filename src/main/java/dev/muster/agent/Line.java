package dev.muster.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text, ended by LF, CR LF or CR.
 *
 * @param number counted from 1
 * @param start offset of its first character
 * @param text without the line's end
 * @param next offset behind the line's end
 */
record Line(int number, int start, String text, int next) {

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            Line line = at(text, start, lines.size() + 1);
            lines.add(line);
            start = line.next();
        }
        return lines;
    }

    private static Line at(String text, int start, int number) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
        return new Line(number, start, text.substring(start, end), next);
    }

    boolean blank() {
        return text.isBlank();
    }

    boolean indented() {
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
    }

    /** A line that opens or closes front matter. */
    boolean fence() {
        return text.stripTrailing().equals("---");
    }
}
