package dev.muster.cli.terminal;

/** Colours for a terminal that wants them (see no-color.org); elsewhere words as they are. */
public final class Paint {
    private static final String RESET = "\u001b[0m";

    private final boolean colours;

    Paint(boolean colours) {
        this.colours = colours;
    }

    /** For what is written to the terminal, if it is one. */
    public static Paint forTerminal(boolean terminal) {
        String noColor = System.getenv("NO_COLOR");
        return new Paint(terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM")));
    }

    public String bold(String text) {
        return in("\u001b[1m", text);
    }

    public String good(String text) {
        return in("\u001b[32m", text);
    }

    public String warn(String text) {
        return in("\u001b[33m", text);
    }

    public String bad(String text) {
        return in("\u001b[31m", text);
    }

    private String in(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }
}
