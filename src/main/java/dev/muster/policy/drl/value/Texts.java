package dev.muster.policy.drl.value;

import dev.muster.limit.Allowance;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What rules do with texts, each of which holds so much and no more, in time that grows with the length alone. */
public final class Texts {
    /** The most characters that a text may have that a rule makes. */
    public static final int LONGEST = 1_000_000;

    /** Up to here Java's own search is fast enough, whatever the texts are. */
    private static final long PLAIN_SEARCH = 1_000_000;

    private static final int CHARACTERS_OF_A_TICK = 64;

    private Texts() {}

    /** A value as text. */
    public static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (!(value instanceof ListValue) && !(value instanceof SetValue)) {
            return made(String.valueOf(value));
        }
        StringBuilder text = new StringBuilder();
        show((Collection<?>) value, text);
        return made(text.toString());
    }

    private static void show(Collection<?> values, StringBuilder text) {
        Allowance allowance = Allowance.current();
        String separator = "[";
        for (Object value : values) {
            allowance.tick();
            text.append(separator);
            separator = ", ";
            if (value instanceof ListValue || value instanceof SetValue) {
                show((Collection<?>) value, text);
            } else {
                text.append(value);
            }
            requireRoom(text.length());
        }
        text.append(values.isEmpty() ? "[]" : "]");
    }

    /** Two values as one text. */
    public static String joined(@Nullable Object left, @Nullable Object right) {
        String first = of(left);
        String second = of(right);
        requireRoom((long) first.length() + second.length());
        return made(first + second);
    }

    /** A text that was just made of others. */
    public static String made(String text) {
        requireRoom(text.length());
        Allowance allowance = Allowance.current();
        allowance.tick(text.length() / CHARACTERS_OF_A_TICK);
        allowance.makes(text.length());
        return text;
    }

    private static void requireRoom(long characters) {
        if (characters > LONGEST) {
            throw new IllegalStateException(
                    "a text has more than " + LONGEST + " characters: rules conclude facts, and files hold texts");
        }
    }

    public static boolean contains(String text, String part) {
        return indexOf(text, part, 0) >= 0;
    }

    public static int indexOf(String text, String part) {
        return indexOf(text, part, 0);
    }

    /** Each occurrence of a part replaced by another. */
    public static String replaced(String text, String part, String by) {
        if (part.isEmpty()) {
            requireRoom(text.length() + (text.length() + 1L) * by.length());
            return made(text.replace(part, by));
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (int at = indexOf(text, part, 0); at >= 0; at = indexOf(text, part, from)) {
            replaced.append(text, from, at).append(by);
            requireRoom(replaced.length());
            from = at + part.length();
        }
        return from == 0
                ? text
                : made(replaced.append(text, from, text.length()).toString());
    }

    /** Java's own search takes as long as the product of both lengths; Knuth's, Morris' and Pratt's as their sum. */
    private static int indexOf(String text, String part, int from) {
        Allowance allowance = Allowance.current();
        allowance.tick(1 + (text.length() - from) / CHARACTERS_OF_A_TICK);
        if ((long) (text.length() - from) * part.length() <= PLAIN_SEARCH) {
            return text.indexOf(part, from);
        }
        return part.length() > text.length() - from ? -1 : searched(text, part, from);
    }

    private static int searched(String text, String part, int from) {
        int[] borders = borders(part);
        int matched = 0;
        for (int at = from; at < text.length(); at++) {
            while (matched > 0 && text.charAt(at) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(at) == part.charAt(matched)) {
                matched++;
            }
            if (matched == part.length()) {
                return at - matched + 1;
            }
        }
        return -1;
    }

    /** For each beginning of a text, how long its longest border is: what it both begins and ends with. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int at = 1; at < borders.length; at++) {
            while (length > 0 && part.charAt(at) != part.charAt(length)) {
                length = borders[length - 1];
            }
            if (part.charAt(at) == part.charAt(length)) {
                length++;
            }
            borders[at] = length;
        }
        return borders;
    }
}
