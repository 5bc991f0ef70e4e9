package dev.muster.agent.executor;

import org.jspecify.annotations.Nullable;

/**
 * Tests that an agent ran.
 *
 * @param coveragePercent null where it was not measured
 */
public record TestResults(
        int passed, int failed, int skipped, @Nullable Double coveragePercent) {}
