package dev.muster.plan.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of people as Markdown that shows exactly that text: no link, heading, HTML or mention that they did not mean to put
 * into somebody's tracker. Only what would be read as markup is escaped, because the same text is read in terminals.
 */
public final class MarkdownText {
    /** Whole pieces that stay legible as they are: a link, a piece of code, and a name that would call its bearer. */
    private static final Pattern PIECES = Pattern.compile("(?<url>https?://[^\\s<>\"`|]*[\\p{L}\\p{N}/=&_-])"
            + "|(?<code>(?<![`\\\\])`[^`\\s](?:[^`]*[^`\\s])?`(?!`))"
            + "|(?<mention>(?<![\\p{L}\\p{N}_])@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)?)");

    private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern BLOCK_MARK = Pattern.compile("^(?:[-+](?=[\\s-]|$)|[>=])");
    /** A link, its definition, a footnote, a box to tick; other brackets are just brackets. */
    private static final Pattern LINK = Pattern.compile("\\[(?:.*\\][(:\\[]|[\\^\\[]|[ xX]\\])");

    private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]+;");
    /** White space of every kind, and marks that turn the direction of what follows. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** Half a character, which no encoding can write. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private MarkdownText() {}

    /** One line of text that may stand at the start of a line or a list item. */
    static String line(String text) {
        String escaped = inline(text);
        Matcher number = LIST_NUMBER.matcher(escaped);
        if (number.find()) {
            return number.replaceFirst("$1\\\\$2");
        }
        return BLOCK_MARK.matcher(escaped).find() ? "\\" + escaped : escaped;
    }

    /** One line of text within a line. */
    public static String inline(String text) {
        String flat = flat(text);
        StringBuilder escaped = new StringBuilder();
        Matcher piece = PIECES.matcher(flat);
        int from = 0;
        while (piece.find(from)) {
            int end = MaskedLink.end(flat, piece.start(), piece.end());
            escape(flat, from, piece.start(), escaped);
            String shown = end < 0 ? whole(piece) : "`" + flat.substring(piece.start(), end) + "`";
            add(shown, piece.start() > 0 && piece.start() == from, escaped);
            from = Math.max(end, piece.end());
        }
        escape(flat, from, flat.length(), escaped);
        return escaped.toString();
    }

    /** Two pieces of code in a row would read as one. */
    private static void add(String piece, boolean followsPiece, StringBuilder escaped) {
        if (followsPiece && piece.startsWith("`") && escaped.charAt(escaped.length() - 1) == '`') {
            escaped.append(' ');
        }
        escaped.append(piece);
    }

    /** A mention counts as such even behind a backslash; only as code it calls nobody. */
    private static String whole(Matcher piece) {
        if (piece.group("url") != null) {
            return "<" + piece.group() + ">";
        }
        return piece.group("mention") != null ? "`" + piece.group() + "`" : piece.group();
    }

    /** Text as code, whatever it holds. */
    public static String code(String text) {
        String flat = flat(text);
        if (flat.isEmpty()) {
            return "(empty)";
        }
        String fence = "`";
        while (flat.contains(fence)) {
            fence += "`";
        }
        String gap = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
        return fence + gap + flat + gap + fence;
    }

    /** Text on one line, with single spaces. */
    static String flat(String text) {
        String whole = LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
        return BLANK.matcher(whole).replaceAll(" ").strip();
    }

    /** Text on one line, cut at a word where it is longer than that. */
    static String cut(String text, int length) {
        String flat = flat(text);
        if (flat.length() <= length) {
            return flat;
        }
        int space = flat.lastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        return flat.substring(0, Character.isHighSurrogate(flat.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A backslash at the end would take away the mark of the piece that follows. */
    private static void escape(String text, int from, int to, StringBuilder escaped) {
        for (int i = from; i < to; i++) {
            boolean dangling = i + 1 == to && text.charAt(i) == '\\';
            if (dangling || isMarkup(text, i)) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
    }

    private static boolean isMarkup(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '`', '|', '~' -> true;
            case '[' -> LINK.matcher(text).region(at, text.length()).lookingAt();
            case '*' -> !(isWithin(text, at) && before == ' ' && after == ' ');
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case '\\' -> isPunctuation(after);
            case '<' -> Character.isLetter(after) || "/!?".indexOf(after) >= 0;
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case '#' -> (before == ' ' || before == '#') && (after == ' ' || after == '#');
            default -> false;
        };
    }

    private static boolean isWithin(String text, int at) {
        return at > 0 && at + 1 < text.length();
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
}
