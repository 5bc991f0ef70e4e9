package dev.muster.run.state;

import dev.muster.run.event.RunBrief;
import org.jspecify.annotations.Nullable;

/** The idempotency keys: the same for every delivery of a call, and for no other call of any run. */
public final class CallKeys {
    private CallKeys() {}

    public static String attempt(RunBrief brief, String step, @Nullable String gate, int round, int attempt) {
        return of(brief) + step + "/" + round + "/" + (gate == null ? "" : gate + "/") + attempt;
    }

    public static String check(RunBrief brief, String at, int round, CheckRun run) {
        String again = run.series() == 0 ? "" : "/" + (run.series() + 1);
        return of(brief) + at + "/" + round + "/check/" + (run.index() + 1) + again;
    }

    /** Whether a key may be one of that run's. */
    public static boolean isOf(RunBrief brief, String key) {
        return key.startsWith(of(brief));
    }

    /** What a key has beside the name of its run: the same in each run of an equal plan. */
    static String within(RunBrief brief, String key) {
        return key.substring(of(brief).length());
    }

    private static String of(RunBrief brief) {
        return brief.plan().id() + "/" + brief.plan().version() + "/" + brief.runId() + "/";
    }
}
