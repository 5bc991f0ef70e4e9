package dev.muster.cli;

/** A number of things in words. */
final class Count {
    private Count() {}

    /** {@code no errors}, {@code 1 error}, {@code 2 errors}. */
    static String of(long number, String what) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
    }
}
