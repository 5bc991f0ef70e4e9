package dev.muster.run.engine;

/** A call that is not given to whoever cannot show to be a worker. */
public final class ClaimRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimRefused(String message) {
        super(message);
    }
}
