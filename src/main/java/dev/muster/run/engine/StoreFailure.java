package dev.muster.run.engine;

/** The store could not do it, or nobody knows whether it did: the connection is lost, the disk is full, the file is locked. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
