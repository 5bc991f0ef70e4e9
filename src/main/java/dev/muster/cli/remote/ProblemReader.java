package dev.muster.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.app.json.Json;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.refusal.ServerReason;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads a server's problem details back into the reason that they tell, so that it looks as if it had happened here. */
final class ProblemReader {
    private static final Pattern TYPE = Pattern.compile("urn:problem-type:muster:([\\w-]+)");
    private static final int MOST_OF_A_PAGE = 200;

    private ProblemReader() {}

    static Reason reason(int status, String body, URI server) {
        JsonNode problem = problem(body);
        Matcher type = TYPE.matcher(problem.path("type").asText());
        return type.matches() ? reason(status, type.group(1), problem, server) : notMuster(status, body, server);
    }

    private static JsonNode problem(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException _) {
            // Not JSON, so not Muster: somebody in between, whose own words are told.
            return MissingNode.getInstance();
        }
    }

    private static Reason reason(int status, String word, JsonNode problem, URI server) {
        String value = problem.path("value").asText();
        return switch (word) {
            case "empty-text" -> new PlanReason.EmptyText();
            case "unknown-pack" -> new PlanReason.UnknownPack(value, texts(problem.path("known")));
            case "unknown-question" -> new PlanReason.UnknownQuestion(value, texts(problem.path("known")));
            case "no-choice" -> new PlanReason.NoChoice(value, texts(problem.path("known")));
            case "no-such-plan" -> new PlanReason.NoSuchPlan(value);
            case "no-such-run" -> new RunReason.NoSuchRun(value);
            case "pack-without-plans" -> new PlanReason.PackWithoutPlans(value, texts(problem.path("known")));
            case "shared-pack" -> new PolicyReason.SharedPack(value, texts(problem.path("known")));
            case "no-such-pack" -> new PolicyReason.NoSuchPack(value, texts(problem.path("known")));
            case "no-such-version" ->
                new PolicyReason.NoSuchVersion(
                        value.replaceFirst("@.*", ""), value.replaceFirst(".*@", ""), texts(problem.path("known")));
            case "broken-policy" -> new PolicyReason.BrokenPolicy(value, faults(problem.path("faults")));
            case "not-authenticated", "not-allowed" ->
                new ServerReason.NotAllowed(
                        server.toString(), problem.path("detail").asText());
            default -> asTold(status, word, problem);
        };
    }

    /** A kind that is told as it is, also one that only a newer server has. */
    private static Reason asTold(int status, String word, JsonNode problem) {
        List<String> hints = new ArrayList<>();
        faults(problem.path("faults")).forEach(fault -> hints.add(fault.toString()));
        if (problem.has("line")) {
            hints.add("At line %d, column %d of what was sent."
                    .formatted(
                            problem.path("line").asInt(), problem.path("column").asInt()));
        }
        List<String> known = texts(problem.path("known"));
        if (!known.isEmpty()) {
            hints.add("There are: " + String.join(", ", known) + ".");
        }
        String detail = problem.path("detail").asText();
        return new ServerReason.ToldByServer(
                status,
                word,
                printed(detail.isEmpty() ? problem.path("title").asText() : detail),
                printed(problem.path("advice").asText()),
                hints.stream().map(ProblemReader::printed).toList());
    }

    private static Reason notMuster(int status, String body, URI server) {
        String page = printed(body.replaceAll("(?s)<(script|style|head).*?</\\1>|<[^>]*>", " "))
                .replaceAll(" +", " ")
                .strip();
        String said = page.isEmpty() ? "nothing" : page.substring(0, Math.min(page.length(), MOST_OF_A_PAGE));
        return new ServerReason.ToldByServer(
                status,
                "",
                "%s answered %d, and not as Muster does: %s".formatted(server, status, said),
                "See whether that is Muster's address, or whether something in between, such as a proxy, answers in its place.",
                List.of());
    }

    /** Nothing that a terminal would take for more than text. */
    private static String printed(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).toList();
    }

    private static List<Fault> faults(JsonNode list) {
        return elements(list).stream().map(ProblemReader::fault).toList();
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
