package dev.muster.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;

/** Says on standard error how far something is: on one line at a terminal, else in a few lines. */
public final class Progress {
    private static final int FEW = 100;

    private final PrintWriter err;
    private final String what;
    private final boolean terminal;
    private int saidPercent;

    public Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    /** Called from any thread, in any order. */
    public synchronized void done(int count, int all) {
        int percent = (int) (100L * count / all);
        int step = terminal ? 1 : 25;
        if (percent < saidPercent + step || !terminal && all < FEW) {
            return;
        }
        saidPercent = percent;
        err.print((terminal ? "\r" : "") + "muster: " + count + " of " + all + " " + what + (terminal ? "" : "\n"));
        if (terminal && count == all) {
            err.println();
        }
        err.flush();
    }
}
