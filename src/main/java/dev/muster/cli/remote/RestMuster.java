package dev.muster.cli.remote;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.muster.app.Muster;
import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.Submission;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.ServerReason;
import dev.muster.plan.Plan;
import dev.muster.policy.why.Why;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Muster as a server elsewhere does it. */
public final class RestMuster implements Muster {
    private static final ObjectReader ANSWERS =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final URI server;
    private final @Nullable String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** With the API key to call it with, where it asks for one. */
    public RestMuster(URI server, @Nullable String key) {
        this.server = server;
        this.key = key;
    }

    /** A page as the server sends it. */
    @RegisterForReflection
    record Page(List<PlanSummary> plans) {}

    @Override
    public Plan plan(Submission submission) {
        return ask(
                request(Address.of("plans"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.line(submission))),
                Plan.class);
    }

    @Override
    public Plan answer(String id, Map<String, String> answers) {
        return ask(
                request(Address.of("plans", id, "answers"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.line(Map.of("answers", answers)))),
                Plan.class);
    }

    @Override
    public Plan find(String id) {
        return ask(request(Address.of("plans", id)), Plan.class);
    }

    @Override
    public Why why(String id, String about) {
        return ask(request(Address.of("plans", id, "why").with("about", about)), Why.class);
    }

    @Override
    public List<PlanSummary> plans(int limit, @Nullable String before) {
        return ask(request(Address.of("plans").with("limit", limit).with("before", before)), Page.class)
                .plans();
    }

    @Override
    public List<AgentSummary> agents(@Nullable String pack) {
        return List.of(ask(request(Address.of("agents").with("pack", pack)), AgentSummary[].class));
    }

    @Override
    public List<PackSummary> policies() {
        return List.of(ask(request(Address.of("policies")), PackSummary[].class));
    }

    HttpRequest.Builder request(Address address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.toString().replaceFirst("/$", "") + address))
                .header("Accept", "application/json, application/problem+json")
                .timeout(Duration.ofSeconds(60));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    <T> T ask(HttpRequest.Builder request, Class<T> type) {
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 300) {
            throw new Refusal(ProblemReader.reason(answer.statusCode(), answer.body(), server));
        }
        try {
            JsonNode said = ANSWERS.readTree(answer.body());
            if (isOne(said, type)) {
                return ANSWERS.forType(type).readValue(said);
            }
            throw notMuster(answer, null);
        } catch (IOException e) {
            throw notMuster(answer, e);
        }
    }

    /** Whatever answers there may know JSON too; of what Muster sends, the first part is never left out. */
    private static boolean isOne(JsonNode said, Class<?> type) {
        return type.isRecord() ? said.hasNonNull(type.getRecordComponents()[0].getName()) : said.isArray();
    }

    private Refusal notMuster(HttpResponse<String> answer, @Nullable Exception cause) {
        return outOfReach("it answered %d, and not as Muster does.".formatted(answer.statusCode()), cause);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw outOfReach(e.getMessage() == null ? "nothing answers there." : e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outOfReach("interrupted.", e);
        }
    }

    private Refusal outOfReach(String why, @Nullable Exception cause) {
        return new Refusal(new ServerReason.ServerOutOfReach(server.toString(), why), cause);
    }
}
