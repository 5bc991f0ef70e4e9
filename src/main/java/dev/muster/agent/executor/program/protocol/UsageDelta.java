package dev.muster.agent.executor.program.protocol;

import dev.muster.agent.executor.Usage;
import org.jspecify.annotations.Nullable;

/** What one call used, where a program tells the sum of its conversation. */
final class UsageDelta {
    private UsageDelta() {}

    static long tokens(Usage usage) {
        return number(usage.inputTokens()) + number(usage.outputTokens());
    }

    /** What was added to what had been told before. */
    static Usage since(Usage now, Usage before) {
        return new Usage(
                Math.max(0, number(now.inputTokens()) - number(before.inputTokens())),
                Math.max(0, number(now.outputTokens()) - number(before.outputTokens())),
                now.costUsd());
    }

    /** A sum that is smaller than before is none. */
    static double rest(double now, @Nullable Double before) {
        return before == null || before > now ? now : now - before;
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
