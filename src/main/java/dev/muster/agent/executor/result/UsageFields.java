package dev.muster.agent.executor.result;

import org.jspecify.annotations.Nullable;

/** Reads what a call used: numbers that can be, since runs have limits and people pay for it. */
public final class UsageFields {
    /** No call comes near these; whoever says so has miscounted, and a run's sum would be worth nothing. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final double MOST_USD = 1_000_000;

    private UsageFields() {}

    /** Null where there is none. */
    public static @Nullable Long tokens(TypedFields fields, String... names) {
        for (String name : names) {
            Long tokens = fields.count(name, 0, MOST_TOKENS);
            if (tokens != null) {
                return tokens;
            }
        }
        return null;
    }

    public static long sum(TypedFields fields, String... names) {
        long sum = 0;
        for (String name : names) {
            Long tokens = fields.count(name, 0, MOST_TOKENS);
            sum += tokens == null ? 0 : tokens;
        }
        return sum;
    }

    /** Null where there is none. */
    public static @Nullable Double cost(TypedFields fields, String... names) {
        for (String name : names) {
            Double cost = fields.amount(name, MOST_USD);
            if (cost != null) {
                return cost;
            }
        }
        return null;
    }
}
