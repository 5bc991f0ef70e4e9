package dev.muster.run.event;

import java.util.regex.Pattern;

/**
 * Texts of agents, workers and others without what a terminal would obey: with it one could wipe out a line, write another in its
 * place, or turn round the order in which a command is read.
 */
public final class Printable {
    /** What begins with ESC up to where it ends: colours, movements of the cursor, titles of windows. */
    private static final Pattern SEQUENCES =
            Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)");

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n?");

    /** All control characters but line ends and tabs, and those that set the direction of what follows. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}\u0085\u2028\u2029]+");

    private Printable() {}

    /** The text without it; its lines stay. */
    public static String text(String text) {
        String plain = SEQUENCES.matcher(text).replaceAll("");
        return CONTROLS.matcher(LINE_ENDS.matcher(plain).replaceAll("\n")).replaceAll("");
    }

    /** The text without it on one line, so that no part of it looks like a line of Muster's own. */
    public static String line(String text) {
        return GAPS.matcher(text(text)).replaceAll(" ").strip();
    }
}
