package dev.muster.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.PlanJson;
import dev.muster.app.Reason;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads a server's problem details back into the reason that they tell, so that it looks as if it had happened here. */
final class Told {
    private Told() {}

    static Reason reason(String body, URI server) throws JsonProcessingException {
        JsonNode problem = PlanJson.mapper().readTree(body);
        String value = problem.path("value").asText();
        return switch (problem.path("type").asText().replaceFirst(".*:", "")) {
            case "empty-text" -> new Reason.EmptyText();
            case "unknown-pack" -> new Reason.UnknownPack(value, texts(problem.path("known")));
            case "unknown-question" -> new Reason.UnknownQuestion(value, texts(problem.path("known")));
            case "no-choice" -> new Reason.NoChoice(value, texts(problem.path("known")));
            case "no-such-plan" -> new Reason.NoSuchPlan(value);
            case "no-such-pack" -> new Reason.NoSuchPack(value, texts(problem.path("known")));
            case "no-such-version" ->
                new Reason.NoSuchVersion(
                        value.replaceFirst("@.*", ""), value.replaceFirst(".*@", ""), texts(problem.path("known")));
            case "broken-operator-file" -> new Reason.BrokenOperatorFile(value, faults(problem.path("faults")));
            case "broken-policy" -> new Reason.BrokenPolicy(value, faults(problem.path("faults")));
            case "not-authenticated", "not-allowed" ->
                new Reason.NotAllowed(server.toString(), problem.path("detail").asText());
            default ->
                new Reason.ServerOutOfReach(
                        server.toString(), problem.path("detail").asText());
        };
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).toList();
    }

    private static List<Fault> faults(JsonNode list) {
        return elements(list).stream().map(Told::fault).toList();
    }

    private static Fault fault(JsonNode fault) {
        Place place = new Place(
                fault.path("file").asText(),
                fault.path("line").asInt(),
                fault.path("column").asInt());
        return new Fault(place, fault.path("message").asText());
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
