package dev.muster.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The person at the terminal, if there is one. */
public final class Terminal {
    private Terminal() {}

    public static boolean isOne() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whoever can be asked; null where input or output is no terminal. Questions go to standard error, plans stay alone. */
    public static @Nullable Questions questions(CommandLine commandLine) {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? null
                : new Questions(new BufferedReader(console.reader()), commandLine.getErr());
    }
}
