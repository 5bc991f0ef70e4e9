package dev.muster.policy.drl;

import dev.muster.source.Place;
import org.jspecify.annotations.Nullable;

/** Rules were stopped because they did not end by themselves. The message names the rule that was at it, or those that fired most. */
public final class RuleLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Place place;

    /**
     * A stop.
     *
     * @param place where the rule stands that was at it; null where no rule was
     */
    public RuleLimitException(String message, @Nullable Place place, @Nullable Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Where the rule stands that was at it, or what it was at; null where no rule was. */
    public @Nullable Place place() {
        return place;
    }
}
