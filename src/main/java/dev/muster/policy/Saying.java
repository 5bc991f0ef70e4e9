package dev.muster.policy;

import dev.muster.policy.files.FileTree;
import dev.muster.source.Faults;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file says, as far as one has to know it to see that it says less than before: not whether it is right.
 *
 * @param text without white space at its end
 * @param lines how many of them say something
 */
record Saying(String path, String text, long lines) {
    private static final Pattern DRL_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern DRL_HEAD = Pattern.compile("(?://|(?:package|import|global|dialect)\\b).*");

    static Saying of(String path, FileTree files) {
        String text = files.text(path, new Faults());
        return new Saying(path, text.stripTrailing(), lines(path, text));
    }

    /** Whether anything that plans or holds plans to account is in such a file. */
    static boolean counts(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".drl") || name.endsWith(".csv") || name.endsWith(".yaml") || name.contains("/skills/");
    }

    private static long lines(String path, String text) {
        String bare = path.endsWith(".drl") ? DRL_COMMENT.matcher(text).replaceAll("") : text;
        long lines = bare.lines()
                .map(String::strip)
                .filter(line -> isSaid(path, line))
                .count();
        return path.endsWith(".csv") ? Math.max(0, lines - 1) : lines; // the first row only names the columns
    }

    private static boolean isSaid(String path, String line) {
        boolean comment = path.endsWith(".drl")
                ? DRL_HEAD.matcher(line).matches()
                : line.startsWith("#") && !path.endsWith(".md");
        return !line.isEmpty() && !comment && !line.equals("---");
    }

    boolean isSomething() {
        return lines > 0;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Whether what is said breaks off, or rows of a table are missing. */
    boolean isPartOf(Saying earlier) {
        boolean brokenOff = text.length() < earlier.text.length() && earlier.text.startsWith(text);
        return brokenOff || (path.endsWith(".csv") && lines < earlier.lines);
    }
}
