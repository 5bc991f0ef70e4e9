package dev.muster.app.refusal;

import org.jspecify.annotations.Nullable;

/** Muster did not do what it was asked; the {@link Reason} says why, with its values. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public Refusal(Reason reason) {
        this(reason, null);
    }

    public Refusal(Reason reason, @Nullable Throwable cause) {
        super(reason.found(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
