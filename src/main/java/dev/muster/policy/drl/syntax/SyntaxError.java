package dev.muster.policy.drl.syntax;

/** Something in a file that is not accepted, at an offset. It ends the part that it is in; the rest is still read. */
public final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int at;

    public SyntaxError(int at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    /** Something that follows from a fault that is already noted: it is not worth a second message. */
    public static SyntaxError silent() {
        return new SyntaxError(0, "");
    }

    int at() {
        return at;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
