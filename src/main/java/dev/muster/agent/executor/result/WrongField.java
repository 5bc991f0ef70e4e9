package dev.muster.agent.executor.result;

/** A field that is not what it has to be; the message says which, what it has to be, and what was found. */
public final class WrongField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongField(String message) {
        super(message);
    }
}
