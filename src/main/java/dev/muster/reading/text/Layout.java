package dev.muster.reading.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line is by its looks: a list item, a heading. All patterns look at one line's first characters only. */
public final class Layout {
    private static final Pattern BULLET = Pattern.compile(
            "\\s{0,20}(?:(?:[-*+•#–]{1,3}|\\d{1,3}[.)]|\\([a-z0-9]\\)|->)\\s{1,9})(?:\\[[ xX]?]\\s{1,9})?");
    private static final Pattern CHECKBOX = Pattern.compile("\\s{0,20}[-*+] \\[[ xX]?]\\s{1,9}(.{0,160})");
    private static final Pattern MARKED = Pattern.compile("\\s{0,3}#{1,6}\\s+(.{1,100}?)[\\s#]*");
    private static final Pattern BOLD = Pattern.compile("\\s{0,3}(?:\\*{2,3}|__)([^*_]{1,100})(?:\\*{2,3}|__):?\\s*");
    private static final Pattern WIKI = Pattern.compile("\\s{0,3}h[1-6]\\.\\s+(.{1,100})");
    private static final Pattern LABEL = Pattern.compile("\\s{0,3}([A-Z][\\w /()'-]{1,50}):\\s*");
    private static final Pattern UNDERLINE = Pattern.compile("(?:={3,}|-{3,})\\s*");

    private static final Pattern RULE = Pattern.compile("\\s*(?:[-=_*]\\s?){3,}");

    private Layout() {}

    /** How many characters the mark of a list item takes, 0 where the line is none. */
    public static int bullet(String line) {
        Matcher matcher = BULLET.matcher(line);
        return matcher.lookingAt() && !isHeading(line) ? matcher.end() : 0;
    }

    /** What a list item with a box says, or null where the line is none. */
    public static @Nullable String checkbox(String line) {
        Matcher matcher = CHECKBOX.matcher(line);
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    private static boolean isHeading(String line) {
        return MARKED.matcher(line).matches();
    }

    /** A heading's words, or null where the line is none. */
    public static @Nullable String heading(String line, String next) {
        if (line.length() > 130) {
            return null;
        }
        for (Pattern pattern : new Pattern[] {MARKED, BOLD, WIKI}) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        boolean underlined = !line.isBlank() && UNDERLINE.matcher(next).matches() && bullet(line) == 0;
        return underlined ? line.strip() : null;
    }

    /** The words of a line like {@code Environment:}, or null where the line is none. */
    public static @Nullable String label(String line) {
        Matcher matcher = LABEL.matcher(line);
        return line.length() <= 60 && matcher.matches() ? matcher.group(1) : null;
    }

    public static boolean isRule(String line) {
        return line.length() <= 200 && RULE.matcher(line).matches();
    }
}
