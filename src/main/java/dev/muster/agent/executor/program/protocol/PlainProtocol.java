package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.TypedFields;
import dev.muster.agent.executor.result.UsageFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any program: what it prints is its answer.
 *
 * @param json whether it has to be JSON; usage and cost are then read from it where it tells them
 */
public record PlainProtocol(boolean json) implements Protocol {
    @Override
    public List<String> subcommand() {
        return List.of();
    }

    @Override
    public List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given) {
        return List.of();
    }

    @Override
    public boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings) {
        return false;
    }

    @Override
    public @Nullable String progress(String line) {
        return json && line.startsWith("{") ? null : line;
    }

    @Override
    public Reply read(Ended ended, Assignment assignment, CommandSettings settings) {
        Reply.Trouble trouble = Replies.exit(ended);
        if (trouble != null) {
            return trouble;
        }
        if (ended.out().text().isBlank()) {
            return Replies.unreadable(ended, "It printed nothing on standard output.");
        }
        if (!json) {
            return new Reply.Answer(ended.out().text(), null, Usage.UNKNOWN, null);
        }
        JsonNode object = JsonIn.lastObject(ended.out().end(), PlainProtocol::isResult);
        return object == null
                ? Replies.unreadable(ended, "It printed no JSON object with a summary, a status or a verdict.")
                : new Reply.Answer(ended.out().text(), object, usage(object), null);
    }

    private static boolean isResult(JsonNode object) {
        return object.has("summary") || object.has("status") || object.has("verdict");
    }

    private static Usage usage(JsonNode object) {
        TypedFields fields = TypedFields.exactly(object);
        TypedFields usage = fields.within("usage");
        Double cost = UsageFields.cost(fields, "costUsd", "cost_usd", "total_cost_usd");
        return usage == null
                ? new Usage(null, null, cost)
                : new Usage(
                        UsageFields.tokens(usage, "inputTokens", "input_tokens"),
                        UsageFields.tokens(usage, "outputTokens", "output_tokens"),
                        cost == null ? UsageFields.cost(usage, "costUsd", "cost_usd") : cost);
    }
}
