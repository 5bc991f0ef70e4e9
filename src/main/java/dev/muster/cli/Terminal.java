package dev.muster.cli;

import java.io.BufferedReader;
import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The person at the terminal, if there is one. */
final class Terminal {
    private Terminal() {}

    static boolean isOne() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whoever can be asked; null where input or output is no terminal. Questions go to standard error, plans stay alone. */
    static @Nullable Questions questions(CommandLine commandLine) {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? null
                : new Questions(new BufferedReader(console.reader()), commandLine.getErr());
    }
}
