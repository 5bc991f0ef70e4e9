package dev.muster.agent;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A file cut in two: what stands between the fences, and the prompt behind them, both to the letter.
 *
 * @param raw the lines between the fences
 * @param firstLine the number of the first of them
 * @param closed whether there is a closing fence
 * @param prompt everything behind the closing fence's line
 */
record FrontMatter(String raw, int firstLine, boolean closed, String prompt) {

    /** Null where the text does not begin with front matter. */
    static @Nullable FrontMatter in(String text) {
        List<Line> lines = Line.of(text);
        int open = 0;
        while (open < lines.size() && lines.get(open).blank()) {
            open++;
        }
        return open < lines.size() && lines.get(open).fence() ? cut(text, lines, open + 1) : null;
    }

    private static FrontMatter cut(String text, List<Line> lines, int first) {
        int fence = first;
        while (fence < lines.size() && !lines.get(fence).fence()) {
            fence++;
        }
        boolean found = fence < lines.size();
        int end = first + length(lines.subList(first, fence), found);
        boolean closed = found && end == fence;
        int from = offset(text, lines, first);
        int to = offset(text, lines, end);
        String prompt = text.substring(closed ? lines.get(fence).next() : to);
        return new FrontMatter(text.substring(from, to), first + 1, closed, prompt);
    }

    private static int offset(String text, List<Line> lines, int line) {
        return line < lines.size() ? lines.get(line).start() : text.length();
    }

    /**
     * How many of the lines are front matter. Where a fence was found behind them these are all, unless one of them cannot
     * be: then the fence is a rule in the prompt, and the closing one was forgotten.
     */
    private static int length(List<Line> lines, boolean fenceFound) {
        SortedMap<Integer, KeyLine> starts = EntryStarts.in(lines);
        int length = 0;
        boolean afterBlank = false;
        String key = null;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blank() || line.text().startsWith("#")) {
                afterBlank |= line.blank();
                continue;
            }
            KeyLine start = starts.get(i);
            if (afterBlank && !fenceFound && (start == null || !Known.key(start.key()))) {
                return length;
            }
            if (start == null && isPrompt(line, key, afterBlank)) {
                return length;
            }
            key = start == null ? key : start.key();
            afterBlank = false;
            length = i + 1;
        }
        return fenceFound ? lines.size() : length;
    }

    /** Prose that cannot belong to the entry before it; a description may hold paragraphs, a model's name may not. */
    private static boolean isPrompt(Line line, @Nullable String key, boolean afterBlank) {
        if (line.indented() || line.text().startsWith("-")) {
            return false;
        }
        return key == null || Known.SHORT_KEYS.contains(key) || afterBlank && !KeyLine.freeText(key);
    }
}
