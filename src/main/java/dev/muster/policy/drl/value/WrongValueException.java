package dev.muster.policy.drl.value;

/**
 * A rule did with a value what cannot be done with it. The message is for whoever writes rules; what the machine itself says of such
 * a thing is not, as it speaks of Java's classes, and in a native executable of how that was built.
 */
public final class WrongValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongValueException(String message) {
        super(message);
    }
}
