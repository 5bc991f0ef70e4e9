package dev.muster.agent.executor.program.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How a program ended.
 *
 * @param exitCode null where it did not end by itself
 * @param why for whatever is not an exit: what happened, in words
 */
public record Ended(How how, @Nullable Integer exitCode, String why, Printed out, Printed err, long millis) {
    /** In what way. */
    public enum How {
        EXITED,
        TIMED_OUT,
        CANCELLED,
        TOO_MUCH_OUTPUT,
        NOT_STARTED
    }
}
