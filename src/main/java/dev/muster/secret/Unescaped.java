package dev.muster.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is read where each character that is escaped, and be it without need, stands for itself; it knows where in the text as
 * it is written everything stands. Escapes are those of URLs ({@code %41}), of JSON and languages ({@code \u0041}, {@code \x41}) and of
 * pages ({@code &#65;}, {@code &#x41;}).
 */
final class Unescaped {
    private static final int HEX = 16;
    private static final int DECIMAL = 10;
    private static final int MOST_DIGITS = 7;
    private static final int MOST_BYTES = 4;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final String written;
    private final StringBuilder read = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean anyEscape;

    private Unescaped(String written) {
        this.written = written;
    }

    /** Null where nothing is escaped. */
    static @Nullable Unescaped of(String written) {
        if (written.indexOf('%') < 0 && written.indexOf('\\') < 0 && !written.contains("&#")) {
            return null;
        }
        Unescaped unescaped = new Unescaped(written);
        unescaped.read();
        return unescaped.anyEscape ? unescaped : null;
    }

    CharSequence text() {
        return read;
    }

    /** Where it stands in the text as it is written. */
    <T> WordFinder.Hit<T> written(WordFinder.Hit<T> hit) {
        return new WordFinder.Hit<>(starts[hit.from()], ends[hit.to() - 1], hit.what());
    }

    private void read() {
        for (int at = 0; at < written.length(); ) {
            int after = switch (written.charAt(at)) {
                case '%' -> ofUrl(at);
                case '\\' -> ofLanguage(at);
                case '&' -> ofPage(at);
                default -> at;
            };
            if (after == at) {
                after = at + 1;
                add(String.valueOf(written.charAt(at)), at, after);
            }
            at = after;
        }
    }

    private void add(String characters, int from, int to) {
        anyEscape |= to - from > 1;
        for (int i = 0; i < characters.length(); i++) {
            if (read.length() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            starts[read.length()] = from;
            ends[read.length()] = to;
            read.append(characters.charAt(i));
        }
    }

    /** One character of as many bytes as its first one says. */
    private int ofUrl(int at) {
        byte[] bytes = new byte[MOST_BYTES];
        int wanted = 1;
        for (int i = 0; i < wanted; i++) {
            int start = at + 3 * i;
            int value =
                    start < written.length() && written.charAt(start) == '%' ? number(start + 1, start + 3, HEX) : -1;
            if (value < 0) {
                return at;
            }
            bytes[i] = (byte) value;
            wanted = i == 0 ? bytesOf(value) : wanted;
        }
        int after = at + 3 * wanted;
        add(new String(bytes, 0, wanted, StandardCharsets.UTF_8), at, after);
        return after;
    }

    private static int bytesOf(int first) {
        return first < FIRST_BEYOND_ASCII ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : MOST_BYTES;
    }

    /** What is printed as a text in the JSON of others has more than one backslash. */
    private int ofLanguage(int at) {
        int kind = at;
        while (kind < written.length() && written.charAt(kind) == '\\') {
            kind++;
        }
        char letter = kind < written.length() ? written.charAt(kind) : ' ';
        int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
        int value = digits == 0 ? -1 : number(kind + 1, kind + 1 + digits, HEX);
        if (value < 0) {
            return backslashes(at, kind);
        }
        add(String.valueOf((char) value), at, kind + 1 + digits);
        return kind + 1 + digits;
    }

    /** They stand for themselves, and are not looked at again one by one. */
    private int backslashes(int from, int to) {
        for (int at = from; at < to; at++) {
            add("\\", at, at + 1);
        }
        return to;
    }

    private int ofPage(int at) {
        if (!written.startsWith("&#", at)) {
            return at;
        }
        boolean hex = written.startsWith("x", at + 2) || written.startsWith("X", at + 2);
        int from = at + (hex ? 3 : 2);
        int end = written.indexOf(';', from);
        int value = end < 0 || end > from + MOST_DIGITS ? -1 : number(from, end, hex ? HEX : DECIMAL);
        if (value < 0 || !Character.isValidCodePoint(value)) {
            return at;
        }
        add(Character.toString(value), at, end + 1);
        return end + 1;
    }

    /** Below zero where it is none. */
    private int number(int from, int to, int radix) {
        if (to > written.length() || from >= to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(written.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
