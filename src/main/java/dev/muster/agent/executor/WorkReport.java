package dev.muster.agent.executor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Outcome.Failed;
import org.jspecify.annotations.Nullable;

/**
 * What a worker elsewhere reports at its end: {@code result} as the order's schema has it, or {@code text} that holds it, or
 * {@code error} with {@code message} and {@code retryable}; and {@code usage} where it knows.
 */
public final class WorkReport {
    private WorkReport() {}

    /** The outcome that a report tells. */
    public static Outcome read(Purpose purpose, JsonNode report) {
        Usage usage = usage(report.path("usage"));
        JsonNode error = report.path("error");
        if (error.isObject() || error.isTextual()) {
            String message = error.isTextual()
                    ? error.textValue()
                    : error.path("message").asText();
            return new Failed(
                    FailureKind.EXIT,
                    "The worker says that it failed: "
                            + (message.isBlank() ? "it gives no reason." : Excerpt.of(message, 4_000)),
                    error.path("retryable").asBoolean(true),
                    usage,
                    false);
        }
        JsonNode result = report.path("result");
        return ResultReader.read(purpose, report.path("text").asText(), result.isObject() ? result : null, usage, null);
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                number(usage.path("inputTokens")), number(usage.path("outputTokens")), cost(usage.path("costUsd")));
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isIntegralNumber() && node.longValue() >= 0 ? (Long) node.longValue() : null;
    }

    private static @Nullable Double cost(JsonNode node) {
        return node.isNumber() && node.doubleValue() >= 0 ? (Double) node.doubleValue() : null;
    }
}
