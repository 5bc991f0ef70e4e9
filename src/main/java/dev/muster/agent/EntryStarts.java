package dev.muster.agent;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the lines that begin an entry, where YAML cannot tell because running text is full of colons. */
final class EntryStarts {
    private static final Pattern TAG = Pattern.compile("</?example>");

    private EntryStarts() {}

    /** The first lines of entries, by index. */
    static SortedMap<Integer, KeyLine> in(List<Line> lines) {
        SortedMap<Integer, KeyLine> starts = new TreeMap<>();
        String key = null;
        int exampleEnds = -1;
        for (int i = 0; i < lines.size(); i++) {
            KeyLine line = i <= exampleEnds ? null : KeyLine.of(lines.get(i).text());
            if (line != null && line.begins(key)) {
                key = line.key();
                starts.put(i, line);
            }
            if (i > exampleEnds && leavesExampleOpen(lines.get(i).text())) {
                exampleEnds = exampleEnd(lines, i);
            }
        }
        return starts;
    }

    private static boolean leavesExampleOpen(String text) {
        return text.lastIndexOf("<example>") > text.lastIndexOf("</example>");
    }

    /** An example that is never closed does not swallow the keys that follow. */
    private static int exampleEnd(List<Line> lines, int from) {
        for (int i = from + 1; i < lines.size(); i++) {
            if (TAG.matcher(lines.get(i).text()).find()) {
                return lines.get(i).text().contains("</example>") ? i : from;
            }
        }
        return from;
    }
}
