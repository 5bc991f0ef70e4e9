package dev.muster.run.turn;

/** Where people are told what to write, {@code …} stands for it; it says no more than nothing. */
public final class Placeholder {
    public static final String TEXT = "…";

    private Placeholder() {}

    /** Whether nothing was written. */
    public static boolean isLeft(String text) {
        return text.isBlank() || text.strip().equals(TEXT);
    }
}
