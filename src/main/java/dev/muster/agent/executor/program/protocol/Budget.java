package dev.muster.agent.executor.program.protocol;

import dev.muster.agent.executor.Assignment;
import org.jspecify.annotations.Nullable;

/** What one call may cost: what the run has left, and no more than the operator allows. */
public final class Budget {
    private Budget() {}

    public static @Nullable Double of(Assignment assignment, CommandSettings settings) {
        Double left = assignment.allowance().costUsd();
        Double most = settings.costUsd();
        return left == null ? most : most == null ? left : (Double) Math.min(left, most);
    }
}
