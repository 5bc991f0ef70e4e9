package dev.muster.agent.executor.program;

import java.util.Map;

/**
 * What every process of one delivery carries in its environment. By it they are found again, also those that have detached
 * themselves and those that an earlier Muster left behind when it was killed.
 */
record Mark(String key, long fence) {
    static final String KEY = "MUSTER_IDEMPOTENCY_KEY";
    static final String FENCE = "MUSTER_FENCE";

    Map<String, String> variables() {
        return Map.of(KEY, key, FENCE, Long.toString(fence));
    }
}
