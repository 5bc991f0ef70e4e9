package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.TypedFields;
import dev.muster.agent.executor.result.UsageFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code opencode run --format json}: an event a line, with tokens and money for each step. */
public final class OpencodeProtocol implements Protocol {
    @Override
    public List<String> subcommand() {
        return List.of("run");
    }

    @Override
    public List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given) {
        List<String> arguments = new ArrayList<>(List.of("--format=json"));
        if (assignment.session() != null) {
            arguments.add("--session=" + assignment.session().id());
        }
        return arguments;
    }

    @Override
    public boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings) {
        return false;
    }

    /** What it says, and which tools it has used. */
    @Override
    public @Nullable String progress(String line) {
        JsonNode event = JsonIn.whole(line);
        if (event == null) {
            return line.startsWith("{") ? null : line;
        }
        JsonNode part = event.path("part");
        return switch (event.path("type").asText()) {
            case "text" -> ProgressLine.text(part.path("text").asText());
            case "tool_use" ->
                ProgressLine.tool(part.path("tool").asText(), part.path("state").path("input"));
            default -> null;
        };
    }

    @Override
    public Reply read(Ended ended, Assignment assignment, CommandSettings settings) {
        if (assignment.session() != null && ended.err().text().contains("Session not found")) {
            return new Reply.NoSuchSession();
        }
        String id = "";
        String trouble = "";
        long in = 0;
        long out = 0;
        double cost = 0;
        List<String> texts = new ArrayList<>();
        for (JsonNode event : Events.of(ended.out())) {
            id = event.path("sessionID").asText(id);
            JsonNode part = event.path("part");
            switch (event.path("type").asText()) {
                case "text" -> texts.add(TypedFields.exactly(part).textOr("text", ""));
                case "step_finish" -> {
                    TypedFields tokens = TypedFields.exactly(part.path("tokens"));
                    in += UsageFields.sum(tokens, "input");
                    out += UsageFields.sum(tokens, "output");
                    Double more = UsageFields.cost(TypedFields.exactly(part), "cost");
                    cost += more == null ? 0 : more;
                }
                case "error" -> trouble = error(event.path("error"));
                default -> {
                    // Progress.
                }
            }
        }
        Usage usage = new Usage(in, out, cost);
        if (!trouble.isEmpty()) {
            return new Reply.Trouble(FailureKind.EXIT, "It says that it failed: " + trouble, true, usage);
        }
        Reply.Trouble exit = Replies.exit(ended);
        if (exit != null) {
            return new Reply.Trouble(exit.kind(), exit.message(), exit.retryable(), usage);
        }
        Session session = id.isEmpty() ? null : new Session(settings.name(), id, usage);
        return texts.isEmpty()
                ? Replies.unreadable(ended, "It gave no answer.")
                : new Reply.Answer(String.join("\n\n", texts), null, usage, session);
    }

    private static String error(JsonNode error) {
        String message = error.path("data").path("message").asText();
        return message.isEmpty() ? error.path("name").asText("it gives no reason") : message;
    }
}
