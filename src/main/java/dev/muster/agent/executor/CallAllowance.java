package dev.muster.agent.executor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one call may use.
 *
 * @param costUsd null where money is no limit
 */
public record CallAllowance(Duration time, @Nullable Double costUsd) {}
