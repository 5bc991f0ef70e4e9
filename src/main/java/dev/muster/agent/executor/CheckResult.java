package dev.muster.agent.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended.
 *
 * @param exitCode null where the program did not end by itself
 * @param output what it printed, both streams, bounded
 * @param message what happened and what to do about it, in a sentence
 * @param rehearsed whether nothing was run
 */
public record CheckResult(
        List<String> command,
        Status status,
        @Nullable Integer exitCode,
        String output,
        String message,
        long millis,
        boolean rehearsed) {
    public CheckResult {
        command = List.copyOf(command);
    }

    public boolean passed() {
        return status == Status.PASSED;
    }

    /** How it ended. */
    public enum Status {
        PASSED,
        /** It ran and says no. */
        FAILED,
        TIMED_OUT,
        CANCELLED,
        /** The operator's configuration does not allow the program. */
        NOT_ALLOWED,
        /** The program or the folder is not there. */
        NOT_STARTED
    }
}
