package dev.muster.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form of a file gives reason to say. */
final class TextChecks {
    private TextChecks() {}

    static void check(
            String text,
            boolean byteOrderMark,
            FrontMatter front,
            @Nullable String trouble,
            List<Entry> entries,
            Findings findings) {
        if (byteOrderMark) {
            findings.info("byte-order-mark", 1, "The file begins with a byte order mark. Save it without one.");
        }
        if (front.firstLine() > 2) {
            findings.warn(
                    "late-front-matter",
                    front.firstLine() - 1,
                    "The front matter begins here, and other tools look for it in line 1. Remove the lines before it.");
        }
        fence(front, findings);
        replaced(text, findings);
        if (front.prompt().isBlank()) {
            findings.warn(
                    "empty-prompt", lastLine(front), "There is no prompt. Say below the front matter what to do.");
        }
        entries.forEach(entry -> entry(entry, findings));
        if (trouble != null && entries.stream().allMatch(entry -> entry.trouble() == null)) {
            findings.warn(
                    "read-leniently",
                    front.firstLine(),
                    "The front matter is not valid YAML (" + trouble + "); it was read entry by entry.");
        }
    }

    private static void fence(FrontMatter front, Findings findings) {
        if (!front.closed()) {
            String message = "The front matter that begins here is not closed; the prompt was taken to begin in line "
                    + lastLine(front) + ". Put a line with --- between them.";
            findings.warn("open-front-matter", front.firstLine() - 1, message);
        }
    }

    private static int lastLine(FrontMatter front) {
        return front.firstLine() + Line.of(front.raw()).size();
    }

    private static void replaced(String text, Findings findings) {
        int at = text.indexOf('\uFFFD');
        if (at >= 0) {
            int line = Line.of(text.substring(0, at + 1)).size();
            String message = "A character here could not be read when the file was saved or loaded. Save it as UTF-8.";
            findings.warn("encoding", line, message);
        }
    }

    private static void entry(Entry entry, Findings findings) {
        if (entry.trouble() != null) {
            String lines = entry.lastLine() == entry.line()
                    ? ""
                    : " from line " + entry.line() + " to line " + entry.lastLine();
            findings.warn(
                    "read-leniently",
                    entry.line(),
                    "The value of \"%s\" is not valid YAML (%s); it was read as plain text%s. %s"
                            .formatted(entry.key(), entry.trouble(), lines, remedy(entry)));
        }
        if (entry.comment() != null) {
            comment(entry, entry.comment(), findings);
        }
    }

    /** Nobody comments on a description, so there something was cut off. */
    private static void comment(Entry entry, String comment, Findings findings) {
        String message = "\"%s\" is a comment in YAML. Quote the value if this belongs to it.".formatted(comment);
        if (entry.key().equals("description")) {
            findings.warn("comment-in-value", entry.line(), message);
        } else {
            findings.info("comment-in-value", entry.line(), message);
        }
    }

    private static String remedy(Entry entry) {
        if (YamlEntries.TAB.equals(entry.trouble())) {
            return "Use blanks instead of tabs.";
        }
        if (YamlEntries.NO_KEYS.equals(entry.trouble())) {
            return "Put a blank behind the colon.";
        }
        if (YamlEntries.TOO_LONG.equals(entry.trouble())) {
            return "Move what the agent is to do into the prompt below.";
        }
        return entry.lastLine() == entry.line()
                ? "Put the value in single quotes and double each single quote inside it."
                : "Write | behind the colon and indent the lines of the value below it.";
    }
}
