package dev.muster.agent.executor.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.ResultSchema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An assignment as JSON, for whoever works elsewhere. {@code prompt} has everything as one text, for a model; the rest is for
 * programs.
 */
public final class WorkOrder {
    private static final int MAX_OUTPUT = 40_000;

    private WorkOrder() {}

    /** The JSON of an assignment, bounded however long its inputs are. */
    public static ObjectNode of(Assignment assignment) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        id(order, assignment.id());
        if (assignment.traceparent() != null) {
            order.put("traceparent", assignment.traceparent());
        }
        order.put("purpose", word(assignment.purpose()));
        if (assignment.gate() != null) {
            order.put("gate", assignment.gate());
        }
        order.set("agent", agent(assignment.agent()));
        order.put("prompt", Prompt.forElsewhere(assignment));
        order.put("instruction", assignment.instruction());
        texts(order.putArray("deliverables"), assignment.deliverables());
        texts(order.putArray("successCriteria"), assignment.successCriteria());
        ArrayNode inputs = order.putArray("inputs");
        assignment.inputs().forEach(input -> inputs.add(input(input)));
        ArrayNode findings = order.putArray("findings");
        assignment.findings().forEach(finding -> findings.add(finding(finding)));
        order.put("workFolder", assignment.workFolder().toString());
        ObjectNode limits = order.putObject("limits");
        limits.put("seconds", Math.max(1, assignment.allowance().time().toSeconds()));
        if (assignment.allowance().costUsd() != null) {
            limits.put("costUsd", assignment.allowance().costUsd());
        }
        order.set("resultSchema", schema(assignment.purpose()));
        return order;
    }

    private static JsonNode schema(Purpose purpose) {
        return Objects.requireNonNull(JsonIn.whole(ResultSchema.of(purpose)));
    }

    private static void id(ObjectNode order, AttemptId id) {
        order.put("key", id.key());
        order.put("fence", id.fence());
        order.put("run", id.runId());
        order.put("plan", id.planId());
        order.put("planVersion", id.planVersion());
        order.put("step", id.step());
        order.put("round", id.round());
        order.put("attempt", id.attempt());
    }

    private static ObjectNode agent(AgentFile agent) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", agent.name());
        node.put("description", agent.description());
        node.put("prompt", agent.prompt());
        if (!agent.allTools()) {
            texts(node.putArray("tools"), agent.tools());
        }
        texts(node.putArray("disallowedTools"), agent.disallowedTools());
        if (agent.model() != null) {
            node.put("model", agent.model());
        }
        if (agent.maxTurns() != null) {
            node.put("maxTurns", agent.maxTurns());
        }
        return node;
    }

    private static ObjectNode input(Handed input) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("step", input.step());
        node.put("agent", input.agent());
        node.put("relation", word(input.relation()));
        node.put("summary", input.summary());
        node.put("output", Excerpt.of(input.output(), MAX_OUTPUT));
        texts(node.putArray("filesCreated"), input.filesCreated());
        texts(node.putArray("filesChanged"), input.filesChanged());
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("severity", word(finding.severity()));
        if (finding.file() != null) {
            node.put("file", finding.file());
        }
        if (finding.line() != null) {
            node.put("line", finding.line());
        }
        node.put("text", finding.text());
        node.put("mustFix", finding.mustFix());
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
