package dev.muster.api.problem;

/** A request that makes no sense as it was sent. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String found;
    private final String value;
    private final String advice;

    public BadInput(String kind, String found, String value, String advice) {
        super(found);
        this.kind = kind;
        this.found = found;
        this.value = value;
        this.advice = advice;
    }

    /** The number that a query parameter says. */
    public static int number(String name, String value, int min, int max) {
        String range = "Give a whole number from " + min + " to " + max + ".";
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below, like a number out of range
        }
        throw new BadInput(
                "bad-parameter", "The parameter \"" + name + "\" cannot be \"" + value + "\".", value, range);
    }

    /** The number that a query parameter says, or the nearest that it can be. */
    public static int clamped(String name, String value, int min, int max) {
        return Math.clamp(whole(name, value), min, max);
    }

    /** The whole number that a query parameter says. */
    public static long whole(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new BadInput(
                    "bad-parameter",
                    "The parameter \"" + name + "\" cannot be \"" + value + "\".",
                    value,
                    "Give a whole number.");
        }
    }

    String kind() {
        return kind;
    }

    String found() {
        return found;
    }

    String value() {
        return value;
    }

    String advice() {
        return advice;
    }
}
