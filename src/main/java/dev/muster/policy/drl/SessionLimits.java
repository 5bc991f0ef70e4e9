package dev.muster.policy.drl;

import dev.muster.limit.Allowance;
import java.time.Duration;

/**
 * When a session that does not end by itself is stopped.
 *
 * @param maxTime how long it may take where it is not part of work that has a clock of its own
 */
public record SessionLimits(int maxFirings, Duration maxTime) {
    /** Far beyond what a sane policy needs; one that gets there has a rule that feeds itself. */
    public static final SessionLimits DEFAULT = new SessionLimits(20_000, Allowance.TIME);

    public SessionLimits {
        if (maxFirings < 1 || maxTime.isNegative() || maxTime.isZero()) {
            throw new IllegalArgumentException("Limits must be positive, not " + maxFirings + " and " + maxTime);
        }
    }
}
