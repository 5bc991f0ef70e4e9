package dev.muster.agent.executor.program.protocol;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Usage;
import org.jspecify.annotations.Nullable;

/** Troubles that every kind of program can have. */
public final class Replies {
    private static final int SHOWN = 1_000;

    private Replies() {}

    /** The trouble that an exit code tells; null where it tells none. */
    static Reply.@Nullable Trouble exit(Ended ended) {
        Integer code = ended.exitCode();
        if (code == null || code == 0) {
            return null;
        }
        String killed = code > 128 && code <= 128 + 31 ? " (ended by signal " + (code - 128) + ")" : "";
        return new Reply.Trouble(
                FailureKind.EXIT,
                "It ended with exit code " + code + killed + "." + lastWords(ended),
                code != 126 && code != 127,
                Usage.UNKNOWN);
    }

    public static Reply.Trouble unreadable(Ended ended, String what) {
        return new Reply.Trouble(FailureKind.UNREADABLE_RESULT, what + lastWords(ended), true, Usage.UNKNOWN);
    }

    /** What a program said last, on standard error where it said anything there. */
    public static String lastWords(Ended ended) {
        String err = ended.err().lastLines(SHOWN);
        if (!err.isEmpty()) {
            return " On standard error: " + err;
        }
        String out = ended.out().lastLines(SHOWN);
        return out.isEmpty() ? "" : " It printed: " + out;
    }
}
