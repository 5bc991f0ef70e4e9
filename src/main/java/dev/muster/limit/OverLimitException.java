package dev.muster.limit;

/** Work took more time or memory than it may. Whoever knows which rule was at it says so. */
public final class OverLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is what was reached, as in "10000 ms". */
    public OverLimitException(String reached) {
        super(reached);
    }

    /** What was reached: {@code 10000 ms}. */
    public String reached() {
        return String.valueOf(getMessage());
    }
}
