package dev.muster.agent.executor;

/**
 * Which call this is.
 *
 * @param step the plan's step that is worked on or judged
 * @param round counted from 1; one more with each rework
 * @param attempt counted from 1 in its round
 * @param key the idempotency key: the same for every delivery of this call, and for no other call
 * @param fence grows with each delivery; of two deliveries the one with the higher fence counts
 */
public record AttemptId(
        String runId, String planId, int planVersion, String step, int round, int attempt, String key, long fence) {}
