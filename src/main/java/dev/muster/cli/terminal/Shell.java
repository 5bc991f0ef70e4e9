package dev.muster.cli.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Commands as a shell takes them. */
public final class Shell {
    private Shell() {}

    /** The words of a command on one line that can be pasted as it is. */
    public static String line(String... words) {
        return Arrays.stream(words).map(Shell::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
