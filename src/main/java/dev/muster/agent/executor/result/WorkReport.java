package dev.muster.agent.executor.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a worker elsewhere reports at its end: {@code result} as the order's schema has it, or {@code text} that holds it, or
 * {@code error} with {@code message} and {@code retryable}; and {@code usage} where it knows.
 */
public final class WorkReport {
    private WorkReport() {}

    /**
     * The outcome that a report tells. What its agent handed in may be unreadable, which is an outcome too.
     *
     * @throws WrongField where the report itself is no report: then the call is still open
     */
    public static Outcome read(Purpose purpose, JsonNode report) {
        if (!report.isObject()) {
            throw new WrongField(
                    "A report has to be an object; found " + Excerpt.beginning(report.toString(), 60) + ".");
        }
        TypedFields fields = TypedFields.exactly(report);
        Usage usage = usage(fields.within("usage"));
        JsonNode error = report.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            return failed(error, fields, usage);
        }
        String text = fields.text("text");
        TypedFields result = fields.within("result");
        if (text == null && result == null) {
            throw new WrongField("A report has \"result\", \"text\" or \"error\"; this has none of them.");
        }
        return ResultReader.read(
                purpose, text == null ? "" : text, result == null ? null : report.path("result"), usage, null);
    }

    private static Outcome failed(JsonNode error, TypedFields report, Usage usage) {
        TypedFields fields = error.isTextual() ? null : report.within("error");
        String message = fields == null ? error.textValue() : fields.textOr("message", "");
        return new Failed(
                FailureKind.EXIT,
                "The worker says that it failed: "
                        + (message.isBlank() ? "it gives no reason." : Excerpt.of(message, 4_000)),
                fields == null || fields.truth("retryable", true),
                usage,
                false);
    }

    private static Usage usage(@Nullable TypedFields usage) {
        return usage == null
                ? Usage.UNKNOWN
                : new Usage(
                        UsageFields.tokens(usage, "inputTokens"),
                        UsageFields.tokens(usage, "outputTokens"),
                        UsageFields.cost(usage, "costUsd"));
    }
}
