package dev.muster.reading.language;

import dev.muster.reading.text.Layout;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text's own words into sentences, list items and titles. Lines that were wrapped are one sentence; headings,
 * labels and masked blocks part sentences and are none themselves.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "etc", "vs", "approx", "incl", "mr", "mrs", "dr", "no", "fig", "cf", "resp", "eg", "ie",
            "btw");
    /** A line that was wrapped is at least this long. */
    private static final int WRAPPED = 50;

    private static final int CLAUSE_WORDS = 3;
    private static final int SIGHT = 200;

    private final Text text;
    private final List<Span> spans = new ArrayList<>();
    private int start = -1;
    private int end;

    private Sentences(Text text) {
        this.text = text;
    }

    public static List<Span> of(Text text) {
        Sentences sentences = new Sentences(text);
        sentences.lines();
        return List.copyOf(sentences.spans);
    }

    private void lines() {
        for (int i = 0; i < text.lines().size(); i++) {
            Span line = text.lines().get(i);
            String content = text.at(line);
            String next = i + 1 < text.lines().size() ? text.at(text.lines().get(i + 1)) : "";
            int bullet = Layout.bullet(content);
            if (content.isBlank()
                    || text.mask().hides(text.content(), line.start(), line.end())
                    || isNoSentence(content, next)) {
                flush();
            } else if (bullet > 0 || start < 0 || !continues(content)) {
                flush();
                start = line.start() + bullet;
            }
            end = line.end();
        }
        flush();
    }

    private static boolean isNoSentence(String line, String next) {
        return Layout.isRule(line) || Layout.heading(line, next) != null || Layout.label(line) != null;
    }

    /** A short line without a full stop and a capital in the next line are two sentences. */
    private boolean continues(String content) {
        String before = text.content().substring(Math.max(start, end - WRAPPED), end);
        boolean wrapped = end - start >= WRAPPED && before.indexOf('\n') < 0;
        char first = content.strip().charAt(0);
        boolean row = first == '|' || content.startsWith("||");
        return !row
                && (wrapped || !Character.isUpperCase(first) || ",;-".indexOf(before.charAt(before.length() - 1)) >= 0);
    }

    private void flush() {
        if (start >= 0) {
            split();
        }
        start = -1;
    }

    private void split() {
        int from = start;
        boolean list = false;
        for (int at = start; at < end; at++) {
            list |= text.content().charAt(at) == ':';
            int behind = endsAt(at, from, list);
            if (behind > 0) {
                add(from, behind);
                from = behind;
                at = behind - 1;
                list = false;
            } else if (isFlattenedItem(at)) {
                add(from, at);
                from = at + 1;
                list = false;
            }
        }
        add(from, end);
    }

    /**
     * The offset behind a sentence that ends at this character, or 0.
     *
     * @param from where it began
     * @param list whether it has a colon, which opens a list
     */
    private int endsAt(int at, int from, boolean list) {
        char c = text.content().charAt(at);
        if ("。！？".indexOf(c) >= 0) {
            return at + 1;
        }
        if (c == ';') {
            return !list && hasWords(at - 1, -1, from - 1) && hasWords(at + 1, 1, end) ? at + 1 : 0;
        }
        boolean first = at == start || ".!?…".indexOf(text.content().charAt(at - 1)) < 0;
        if (".!?…".indexOf(c) < 0 || !first) {
            return 0;
        }
        int behind = at + 1;
        while (behind < end && ".!?…)\"'”’*_`]".indexOf(text.content().charAt(behind)) >= 0) {
            behind++;
        }
        int next = behind;
        while (next < end && Character.isWhitespace(text.content().charAt(next))) {
            next++;
        }
        boolean parted = next > behind
                && next < end
                && !Character.isLowerCase(text.content().codePointAt(next));
        return parted && !(c == '.' && isAbbreviation(at)) ? behind : 0;
    }

    /** Whether there are words enough for a clause between a semicolon and the next in that direction, as far as one sees. */
    private boolean hasWords(int first, int step, int stop) {
        int words = 0;
        boolean within = false;
        for (int at = first, seen = 0; at != stop && seen < SIGHT; at += step, seen++) {
            char c = text.content().charAt(at);
            if (c == ';') {
                return false;
            }
            if (Character.isWhitespace(c)) {
                within = false;
            } else if (!within && ++words == CLAUSE_WORDS) {
                return true;
            } else {
                within = true;
            }
        }
        return false;
    }

    private boolean isAbbreviation(int dot) {
        int from = dot;
        while (from > start
                && dot - from < 8
                && !Character.isWhitespace(text.content().charAt(from - 1))) {
            from--;
        }
        String word = text.content().substring(from, dot).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(word.startsWith("(") ? word.substring(1) : word);
    }

    /** Some trackers lost the line ends of lists: {@code "  * first  * second"}. */
    private boolean isFlattenedItem(int at) {
        String content = text.content();
        return content.charAt(at) == ' '
                && at + 3 < end
                && content.charAt(at + 1) == ' '
                && "*#-".indexOf(content.charAt(at + 2)) >= 0
                && (content.charAt(at + 3) == ' ' || content.charAt(at + 3) == content.charAt(at + 2));
    }

    private void add(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && " \t\r\n*#".indexOf(text.content().charAt(first)) >= 0) {
            first++;
        }
        while (last > first && " \t\r\n;".indexOf(text.content().charAt(last - 1)) >= 0) {
            last--;
        }
        boolean words = text.content().substring(first, last).codePoints().anyMatch(Character::isLetterOrDigit);
        if (words && !text.mask().hides(text.content(), first, last)) {
            spans.add(new Span(first, last));
        }
    }
}
