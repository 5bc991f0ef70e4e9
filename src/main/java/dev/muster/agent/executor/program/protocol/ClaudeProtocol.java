package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.ResultSchema;
import dev.muster.agent.executor.result.TypedFields;
import dev.muster.agent.executor.result.UsageFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code claude -p}: an event a line, or only the last one at its end. */
public final class ClaudeProtocol implements Protocol {
    /** Linux takes no single argument beyond 128 KiB. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private static final List<Integer> REFUSED_STATUS = List.of(400, 401, 403, 404);

    @Override
    public List<String> subcommand() {
        return List.of();
    }

    @Override
    public List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given) {
        List<String> arguments = new ArrayList<>(List.of("--print"));
        if (given.stream().noneMatch(argument -> argument.startsWith("--output-format"))) {
            arguments.addAll(List.of("--output-format=stream-json", "--verbose"));
        }
        if (given.stream()
                .noneMatch(argument -> argument.matches("--(permission-mode|dangerously-skip-permissions).*"))) {
            arguments.add("--permission-mode=acceptEdits");
        }
        arguments.add("--json-schema=" + JsonIn.whole(ResultSchema.of(assignment.purpose())));
        arguments.add("--add-dir=" + assignment.attemptFolder());
        boolean fits = carriesAgentPrompt(assignment, settings);
        arguments.add("--agents=" + agents(assignment.agent(), settings.agentCode(), fits));
        arguments.add("--agent=" + assignment.agent().name());
        if (assignment.agent().maxTurns() != null) {
            arguments.add("--max-turns=" + assignment.agent().maxTurns());
        }
        Double budget = Budget.of(assignment, settings);
        if (budget != null) {
            arguments.add("--max-budget-usd=" + String.format(Locale.ROOT, "%.4f", budget));
        }
        Session session = assignment.session();
        arguments.add(session == null ? "--session-id=" + sessionId(assignment) : "--resume=" + session.id());
        return arguments;
    }

    /** Another delivery of the same call cannot take the id of the first one's conversation. */
    private static UUID sessionId(Assignment assignment) {
        String name = assignment.id().key() + "\n" + assignment.id().fence();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings) {
        String agents = agents(assignment.agent(), settings.agentCode(), true);
        return agents.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ARGUMENT;
    }

    private static String agents(AgentFile agent, boolean code, boolean prompt) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("description", agent.description());
        definition.put(
                "prompt", prompt ? agent.prompt() : "Your instructions stand at the beginning of what you are told.");
        if (!agent.allTools()) {
            names(definition.putArray("tools"), agent.tools());
            // Without it an agent whose tools are listed cannot keep to the schema.
            definition.withArray("tools").add("StructuredOutput");
        }
        if (!agent.disallowedTools().isEmpty()) {
            names(definition.putArray("disallowedTools"), agent.disallowedTools());
        }
        if (agent.model() != null) {
            definition.put("model", agent.model());
        }
        if (code) {
            agent.code().forEach((key, value) -> definition.set(key, JsonIn.of(value)));
        }
        return JsonNodeFactory.instance
                .objectNode()
                .set(agent.name(), definition)
                .toString();
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    /** What it says and which tools it uses. */
    @Override
    public @Nullable String progress(String line) {
        JsonNode event = JsonIn.whole(line);
        if (event == null) {
            return line.startsWith("{") ? null : line;
        }
        for (JsonNode content : event.path("message").path("content")) {
            if (content.path("type").asText().equals("text")) {
                return ProgressLine.text(content.path("text").asText());
            }
            if (content.path("type").asText().equals("tool_use")) {
                return ProgressLine.tool(content.path("name").asText(), content.path("input"));
            }
        }
        return null;
    }

    @Override
    public Reply read(Ended ended, Assignment assignment, CommandSettings settings) {
        if (assignment.session() != null && ended.err().text().contains("No conversation found")) {
            return new Reply.NoSuchSession();
        }
        JsonNode result = result(ended.out());
        if (result == null) {
            Reply.Trouble exit = Replies.exit(ended);
            return exit == null ? Replies.unreadable(ended, "It printed no result.") : exit;
        }
        Session session = session(result, settings);
        Usage usage = usage(result, assignment.session());
        TypedFields fields = TypedFields.exactly(result);
        if (fields.truth("is_error", false)) {
            return error(result, usage);
        }
        Reply.Trouble exit = Replies.exit(ended);
        if (exit != null) {
            return new Reply.Trouble(exit.kind(), exit.message(), exit.retryable(), usage);
        }
        boolean structured = fields.within("structured_output") != null;
        return new Reply.Answer(
                fields.textOr("result", ""), structured ? result.path("structured_output") : null, usage, session);
    }

    private static @Nullable JsonNode result(Printed out) {
        JsonNode whole = JsonIn.whole(out.end());
        if (whole != null && whole.isArray()) {
            return last(whole);
        }
        return JsonIn.lastObject(
                out.end(), object -> object.path("type").asText().equals("result"));
    }

    private static @Nullable JsonNode last(JsonNode events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.path(i).path("type").asText().equals("result")) {
                return events.path(i);
            }
        }
        return null;
    }

    private static Reply.Trouble error(JsonNode result, Usage usage) {
        String subtype = result.path("subtype").asText();
        String said = result.path("result").asText();
        List<String> errors = new ArrayList<>();
        result.path("errors").forEach(error -> errors.add(error.asText()));
        String why = !said.isBlank() ? said : errors.isEmpty() ? subtype : String.join("; ", errors);
        if (subtype.startsWith("error_max_budget") || subtype.startsWith("error_max_turns")) {
            return new Reply.Trouble(FailureKind.BUDGET, "It came to a limit: " + why, false, usage);
        }
        int status = result.path("api_error_status").asInt();
        return new Reply.Trouble(
                status == 0 ? FailureKind.EXIT : FailureKind.INFRASTRUCTURE,
                "It says that it failed: " + why,
                !REFUSED_STATUS.contains(status),
                usage);
    }

    private static @Nullable Session session(JsonNode result, CommandSettings settings) {
        String id = TypedFields.exactly(result).textOr("session_id", "");
        return id.isEmpty() ? null : new Session(settings.name(), id, told(result));
    }

    /** All that it says to have used, whatever for. */
    private static Usage told(JsonNode result) {
        long in = 0;
        long out = 0;
        for (JsonNode model : result.path("modelUsage")) {
            in += UsageFields.sum(TypedFields.exactly(model), "inputTokens");
            out += UsageFields.sum(TypedFields.exactly(model), "outputTokens");
        }
        return new Usage(in, out, cost(result));
    }

    private static @Nullable Double cost(JsonNode result) {
        return UsageFields.cost(TypedFields.exactly(result), "total_cost_usd");
    }

    /**
     * Some versions tell the cost of the whole conversation after {@code --resume}, some that of this call. Where the tokens
     * per model hold both what they held before and what this call says to have used, it is the whole conversation.
     */
    private static Usage usage(JsonNode result, @Nullable Session before) {
        TypedFields usage = TypedFields.exactly(result.path("usage"));
        long fresh = UsageFields.sum(usage, "input_tokens");
        long cached = UsageFields.sum(usage, "cache_creation_input_tokens", "cache_read_input_tokens");
        long out = UsageFields.sum(usage, "output_tokens");
        Double cost = cost(result);
        if (before != null
                && cost != null
                && before.id().equals(result.path("session_id").asText())) {
            long earlier = UsageDelta.tokens(before.told());
            boolean whole = earlier > 0 && UsageDelta.tokens(told(result)) >= earlier + fresh + out;
            cost = whole ? UsageDelta.rest(cost, before.told().costUsd()) : cost;
        }
        return new Usage(fresh + cached, out, cost);
    }
}
