package dev.muster.policy.drl;

/** A session was stopped because it did not end by itself. The message names the rules that fired most lately. */
public final class RuleLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleLimitException(String message) {
        super(message);
    }
}
