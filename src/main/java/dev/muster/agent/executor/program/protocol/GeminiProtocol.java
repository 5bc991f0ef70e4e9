package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.TypedFields;
import dev.muster.agent.executor.result.UsageFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code gemini --output-format json}: one JSON object at its end, on standard error where it failed. */
public final class GeminiProtocol implements Protocol {
    private static final int NOT_LOGGED_IN = 41;
    private static final int BAD_INPUT = 42;
    private static final int TURN_LIMIT = 53;

    @Override
    public List<String> subcommand() {
        return List.of();
    }

    @Override
    public List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given) {
        List<String> arguments = new ArrayList<>(List.of("--output-format=json", "--skip-trust"));
        if (given.stream().noneMatch(argument -> argument.matches("--(approval-mode|yolo).*|-y"))) {
            arguments.add("--approval-mode=auto_edit");
        }
        arguments.add("--include-directories=" + assignment.attemptFolder());
        return arguments;
    }

    @Override
    public boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings) {
        return false;
    }

    /** It prints one object over many lines, at its end. */
    @Override
    public @Nullable String progress(String line) {
        return null;
    }

    @Override
    public Reply read(Ended ended, Assignment assignment, CommandSettings settings) {
        JsonNode result = JsonIn.lastObject(ended.out().end(), object -> object.has("response") || object.has("error"));
        if (result == null) {
            result = JsonIn.lastObject(ended.err().end(), object -> object.has("error"));
        }
        Usage usage =
                result == null ? Usage.UNKNOWN : usage(result.path("stats").path("models"));
        Reply.Trouble exit = Replies.exit(ended);
        JsonNode error = result == null ? MissingNode.getInstance() : result.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            String message = error.isTextual()
                    ? error.textValue()
                    : error.path("message").asText("it gives no reason");
            return trouble(ended, "It says that it failed: " + message, usage);
        }
        if (exit != null) {
            return trouble(ended, exit.message(), usage);
        }
        return result == null || !result.path("response").isTextual()
                ? Replies.unreadable(ended, "It printed no result.")
                : new Reply.Answer(result.path("response").asText(), null, usage, null);
    }

    private static Reply.Trouble trouble(Ended ended, String message, Usage usage) {
        int code = ended.exitCode() == null ? 0 : ended.exitCode();
        FailureKind kind = switch (code) {
            case TURN_LIMIT -> FailureKind.BUDGET;
            case NOT_LOGGED_IN -> FailureKind.INFRASTRUCTURE;
            default -> FailureKind.EXIT;
        };
        boolean retryable = code != TURN_LIMIT && code != BAD_INPUT && code != NOT_LOGGED_IN;
        return new Reply.Trouble(kind, message, retryable, usage);
    }

    private static Usage usage(JsonNode models) {
        long in = 0;
        long out = 0;
        for (JsonNode model : models) {
            TypedFields tokens = TypedFields.exactly(model.path("tokens"));
            in += UsageFields.sum(tokens, "prompt");
            out += UsageFields.sum(tokens, "candidates");
        }
        return models.isObject() ? new Usage(in, out, null) : Usage.UNKNOWN;
    }
}
