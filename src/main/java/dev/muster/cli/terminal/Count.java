package dev.muster.cli.terminal;

/** A number of things in words. */
public final class Count {
    private Count() {}

    /** {@code no errors}, {@code 1 error}, {@code 2 errors}. */
    public static String of(long number, String what) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
    }
}
