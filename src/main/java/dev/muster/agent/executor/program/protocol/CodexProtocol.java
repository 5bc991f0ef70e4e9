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

/** {@code codex exec --json}: an event a line; it tells tokens and no money. */
public final class CodexProtocol implements Protocol {
    @Override
    public List<String> subcommand() {
        return List.of("exec");
    }

    @Override
    public List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given) {
        List<String> arguments = new ArrayList<>(List.of("--json", "--skip-git-repo-check"));
        if (given.stream()
                .noneMatch(argument -> argument.matches("(-s|--sandbox|--dangerously-bypass|--approve-for-me).*"))) {
            arguments.add("--sandbox=workspace-write");
        }
        if (assignment.session() != null) {
            arguments.addAll(List.of("resume", assignment.session().id()));
        }
        arguments.add("-");
        return arguments;
    }

    @Override
    public boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings) {
        return false;
    }

    /** What it says, and which commands it begins. */
    @Override
    public @Nullable String progress(String line) {
        JsonNode event = JsonIn.whole(line);
        if (event == null) {
            return line.startsWith("{") ? null : line;
        }
        JsonNode item = event.path("item");
        return switch (event.path("type").asText() + " " + item.path("type").asText()) {
            case "item.completed agent_message" ->
                ProgressLine.text(item.path("text").asText());
            case "item.started command_execution" ->
                ProgressLine.text(item.path("command").asText());
            default ->
                event.path("type").asText().equals("error")
                        ? ProgressLine.text(event.path("message").asText())
                        : null;
        };
    }

    @Override
    public Reply read(Ended ended, Assignment assignment, CommandSettings settings) {
        if (assignment.session() != null && ended.err().text().contains("no rollout found")) {
            return new Reply.NoSuchSession();
        }
        String id = "";
        String answer = "";
        String trouble = "";
        Usage usage = Usage.UNKNOWN;
        for (JsonNode event : Events.of(ended.out())) {
            switch (event.path("type").asText()) {
                case "thread.started" -> id = TypedFields.exactly(event).textOr("thread_id", "");
                case "item.completed" -> answer = message(event.path("item"), answer);
                case "turn.completed" -> usage = usage(event.path("usage"));
                case "turn.failed" ->
                    trouble = event.path("error").path("message").asText("it gives no reason");
                default -> {
                    // Progress.
                }
            }
        }
        if (!trouble.isEmpty()) {
            return new Reply.Trouble(FailureKind.EXIT, "It says that it failed: " + trouble, true, usage);
        }
        Reply.Trouble exit = Replies.exit(ended);
        if (exit != null) {
            return exit;
        }
        Session session = id.isEmpty() ? null : new Session(settings.name(), id, usage);
        Session before = assignment.session();
        // It tells the tokens of the whole conversation.
        usage = before != null && before.id().equals(id) ? UsageDelta.since(usage, before.told()) : usage;
        return answer.isBlank()
                ? Replies.unreadable(ended, "It gave no answer.")
                : new Reply.Answer(answer, null, usage, session);
    }

    private static String message(JsonNode item, String otherwise) {
        return item.path("type").asText().equals("agent_message")
                ? TypedFields.exactly(item).textOr("text", "")
                : otherwise;
    }

    private static Usage usage(JsonNode usage) {
        TypedFields fields = TypedFields.exactly(usage);
        return new Usage(UsageFields.sum(fields, "input_tokens"), UsageFields.sum(fields, "output_tokens"), null);
    }
}
