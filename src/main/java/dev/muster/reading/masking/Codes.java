package dev.muster.reading.masking;

import dev.muster.reading.text.Layout;
import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import dev.muster.reading.text.Word;
import dev.muster.reading.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks blocks of code and markup that is not meant to be read. */
final class Codes {
    private static final Pattern MACRO = Pattern.compile("\\{(code|noformat|quote)(?::[^}\\n]{0,80})?}");
    private static final Pattern SYMBOL = Pattern.compile("[{}()\\[\\];=<>$|&\\\\/_]");
    private static final Set<String> COMMON = Set.of(
            "a", "an", "the", "is", "are", "was", "it", "to", "of", "and", "or", "in", "on", "for", "that", "this",
            "with", "be", "but", "not", "would", "should", "i", "we", "you", "if", "when", "has", "have", "which",
            "as");

    private Codes() {}

    static void mask(Text text) {
        between(text, "<!--", "-->", MaskKind.BOILERPLATE);
        fences(text);
        macros(text);
        between(text, "<pre>", "</pre>", MaskKind.CODE);
        between(text, "<code>", "</code>", MaskKind.CODE);
        between(text, "<blockquote>", "</blockquote>", MaskKind.QUOTE);
    }

    private static void between(Text text, String opening, String closing, MaskKind how) {
        String content = text.content();
        int start = content.indexOf(opening);
        while (start >= 0) {
            int end = content.indexOf(closing, start);
            if (end < 0) {
                return;
            }
            text.mask().add(start, end + closing.length(), how);
            start = content.indexOf(opening, end);
        }
    }

    private static void fences(Text text) {
        List<Span> lines = text.lines();
        for (int i = 0; i < lines.size(); i++) {
            String fence = fence(text, lines.get(i));
            if (!fence.isEmpty() && text.mask().at(lines.get(i).start()) == null) {
                int last = closing(text, i, fence);
                String info = text.at(lines.get(i)).strip().substring(fence.length());
                Span inside = new Span(
                        lines.get(i).end(),
                        Math.max(lines.get(i).end(), lines.get(last).start()));
                if (!info.isBlank() || !isProse(text.at(inside))) {
                    text.mask().add(lines.get(i).start(), lines.get(last).end(), MaskKind.CODE);
                }
                i = last;
            }
        }
    }

    /** The fence that a line begins with, empty where it is none. */
    private static String fence(Text text, Span line) {
        String stripped = text.at(line).strip();
        for (String mark : List.of("```", "~~~")) {
            if (stripped.startsWith(mark)) {
                int length = mark.length();
                while (length < stripped.length() && stripped.charAt(length) == mark.charAt(0)) {
                    length++;
                }
                return stripped.indexOf('`', length) >= 0 ? "" : stripped.substring(0, length);
            }
        }
        return "";
    }

    private static int closing(Text text, int opening, String fence) {
        for (int i = opening + 1; i < text.lines().size(); i++) {
            String stripped = text.at(text.lines().get(i)).strip();
            if (stripped.startsWith(fence)
                    && stripped.length() == fence(text, text.lines().get(i)).length()) {
                return i;
            }
        }
        return text.lines().size() - 1;
    }

    /** Trackers that moved put whole reports into a fence: sentences, which are the request itself. */
    private static boolean isProse(String inside) {
        if (inside.length() > 20_000) {
            return false;
        }
        List<Word> words = Words.in(inside);
        long common = words.stream()
                .filter(word -> COMMON.contains(word.text().toLowerCase(Locale.ROOT)))
                .count();
        return words.size() >= 15 && common * 10 >= words.size() * 3L && symbols(inside) * 25 < inside.length();
    }

    private static long symbols(String text) {
        return SYMBOL.matcher(text).results().count();
    }

    private static void macros(Text text) {
        Matcher macro = MACRO.matcher(text.content());
        String open = "";
        int start = 0;
        while (macro.find()) {
            if (open.isEmpty()) {
                open = macro.group(1);
                start = macro.start();
            } else if (open.equals(macro.group(1))) {
                text.mask().add(start, macro.end(), open.equals("quote") ? MaskKind.QUOTE : MaskKind.CODE);
                open = "";
            }
        }
    }

    /** Lines that are indented behind an empty line, look like code, and continue no list. */
    static void maskIndented(Text text) {
        boolean inList = false;
        boolean afterBlank = true;
        for (Span line : text.lines()) {
            String content = text.at(line);
            boolean blank = content.isBlank();
            boolean indented = content.startsWith("    ") || content.startsWith("\t");
            if (!blank && !indented) {
                inList = Layout.bullet(content) > 0;
            }
            boolean isCode = !blank && indented && afterBlank && !inList && Layout.bullet(content) == 0;
            if (isCode && symbols(content) * 16 > content.strip().length()) {
                text.mask().add(line.start(), line.end(), MaskKind.CODE);
            }
            afterBlank = blank || (indented && (afterBlank || text.mask().at(line.start()) != null));
        }
    }
}
