package dev.muster.agent.executor.program.protocol;

/**
 * What a program printed.
 *
 * @param text the beginning and the end where it is not whole
 * @param end all of it where it is whole, else its end
 */
public record Printed(String text, String end, long bytes, boolean whole) {
    static final Printed NOTHING = new Printed("", "", 0, true);

    /** The last lines, for a message. */
    String lastLines(int maxCharacters) {
        String stripped = end.strip();
        return stripped.length() <= maxCharacters
                ? stripped
                : "…" + stripped.substring(stripped.length() - maxCharacters).stripLeading();
    }
}
