package dev.muster.source;

import java.util.Arrays;

/** Where each line of a text begins, so that an offset can be told as line and column. */
final class Lines {
    private final String file;
    private final int[] starts;

    Lines(String file, String text) {
        this.file = file;
        this.starts = starts(text);
    }

    /** The place of an offset, in UTF-16 units, into the text. */
    Place at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, offset - starts[line] + 1);
    }

    /** A line ends with LF, CR LF or a single CR, as editors count. */
    private static int[] starts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The text without the byte order mark that some editors put before it. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
