package dev.muster.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Front matter that is not valid YAML, read the way the tools that own the format do: line by line. Each entry is tried as
 * YAML of its own first, so that only the value with the slip in it is read as plain text.
 */
final class LooseEntries {
    private static final Pattern BLOCK = Pattern.compile("[|>][+-]?[ \\t]*(\\R|$)");

    private final List<Line> lines;
    private final String raw;
    private final int firstLine;

    private LooseEntries(String raw, int firstLine) {
        this.raw = raw;
        this.lines = Line.of(raw);
        this.firstLine = firstLine;
    }

    static List<Entry> read(String raw, int firstLine) {
        return new LooseEntries(raw, firstLine).entries();
    }

    private List<Entry> entries() {
        List<Integer> starts = List.copyOf(EntryStarts.in(lines).keySet());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            entries.add(entry(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : lines.size()));
        }
        return entries;
    }

    private Entry entry(int from, int to) {
        String chunk =
                raw.substring(lines.get(from).start(), lines.get(last(from, to)).next());
        int number = firstLine + from;
        YamlEntries.Read read = YamlEntries.read(chunk, number);
        if (read.trouble() == null && read.entries().size() == 1) {
            return read.entries().getFirst();
        }
        return plain(chunk, number, firstLine + last(from, to), read.trouble());
    }

    private int last(int from, int to) {
        int last = to - 1;
        while (last > from && lines.get(last).blank()) {
            last--;
        }
        return last;
    }

    private static Entry plain(String chunk, int line, int lastLine, @Nullable String trouble) {
        KeyLine key = KeyLine.of(chunk.lines().findFirst().orElse(""));
        if (key == null) {
            throw new IllegalStateException("not an entry: " + chunk);
        }
        String reason = trouble == null ? "it looks like more than one entry" : trouble;
        return new Entry(key.key(), line, lastLine, text(chunk.substring(key.valueAt())), reason, null);
    }

    private static String text(String written) {
        String text =
                BLOCK.matcher(written).lookingAt() ? BLOCK.matcher(written).replaceFirst("") : written;
        text = text.replaceAll("\\R", "\n").strip();
        return quoted(text) ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean quoted(String text) {
        return text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
    }
}
