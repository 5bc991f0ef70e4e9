package dev.muster.policy.drl;

import java.time.Duration;

/** When a session that does not end by itself is stopped. */
public record Limits(int maxFirings, Duration maxTime) {
    public static final Limits DEFAULT = new Limits(10_000, Duration.ofSeconds(10));

    public Limits {
        if (maxFirings < 1 || maxTime.isNegative() || maxTime.isZero()) {
            throw new IllegalArgumentException("Limits must be positive, not " + maxFirings + " and " + maxTime);
        }
    }
}
