package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.muster.TempData;
import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import dev.muster.app.config.DataFolder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An open server that programs at work can reach: what is a person's, or another worker's, it takes from nobody else. */
@QuarkusTest
@WithTestResource(TempData.class)
class GatesTest {
    @Inject
    @SuppressWarnings("NullAway.Init") // set by the test's container
    Keys keys;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by the test's container
    DataFolder data;

    private final List<String> begun = new ArrayList<>();

    /** What is left of a run would be given to the worker of another test. */
    @AfterEach
    void cancelRuns() {
        begun.forEach(run -> post(null, "/api/runs/" + run + "/cancel", "{\"as\": \"ann\"}"));
    }

    @AfterEach
    void forgetOperator() throws IOException {
        Files.deleteIfExists(data.path().resolve("operator.yaml"));
    }

    /** A run whose first agent is a person, and all others are workers. */
    private String run(boolean personFirst) throws IOException {
        JsonPath plan = post(null, "/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}")
                .statusCode(201)
                .extract()
                .jsonPath();
        String first = plan.getString("phases[0].steps[0].agent");
        Files.writeString(
                data.path().resolve("operator.yaml"),
                """
                executors:
                  ann: {kind: person}
                  gates: {kind: worker}
                agents:
                  - {pack: '*', agent: '*', executor: gates}
                """ + (personFirst ? "  - {pack: '*', agent: " + first + ", executor: ann}\n" : ""));
        String run = post(null, "/api/plans/" + plan.getString("id") + "/runs", "{\"as\": \"ann\"}")
                .statusCode(201)
                .extract()
                .path("run.run.id");
        begun.add(run);
        return run;
    }

    private static ValidatableResponse post(@Nullable String key, String path, String body) {
        var request = given().contentType(ContentType.JSON).body(body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.post(path).then();
    }

    /** The first thing that a person is waited for. */
    private static JsonPath entry(String run) {
        long after = 0;
        while (true) {
            JsonPath inbox = when().get("/api/inbox?run=" + run).jsonPath();
            if (!inbox.getList("entries").isEmpty()) {
                return inbox;
            }
            List<Integer> seen = when().get("/api/runs/%s/events?after=%d&wait=5".formatted(run, after))
                    .path("events.seq");
            after = seen.isEmpty() ? after : seen.getLast();
        }
    }

    @Test
    void persons_step_is_handed_in_with_a_key_alone_and_under_the_name_of_the_key() throws IOException {
        String run = run(true);
        String call = entry(run).getString("entries[0].id");
        String bob = keys.issue("bob-" + run, Set.of(AccessRole.APPROVER)).text();
        String worker = keys.issue("builder-" + run, Set.of(AccessRole.WORKER)).text();
        String body = "{\"key\": \"%s\", \"why\": \"did it\", \"report\": {\"text\": \"done\"}}".formatted(call);
        String path = "/api/runs/" + run + "/work";

        post(null, path, body.replace("\"why\"", "\"as\": \"boss\", \"why\""))
                .statusCode(403)
                .body("type", containsString("key-needed"))
                .body("advice", containsString("`muster keys new NAME --role approver"))
                .body("advice", containsString("export MUSTER_KEY="));
        post(worker, path, body).statusCode(403).body("type", containsString("key-needed"));
        post("muster_0000000000_nonsense", path, body).statusCode(401);
        post(bob, path, body.replace("\"why\"", "\"as\": \"boss\", \"why\"")).statusCode(400);
        post(bob, path, body).statusCode(200);

        when().get("/api/runs/" + run + "/events")
                .then()
                .body("events.event.find { it.type == 'attempt-finished' }.by", equalTo("bob-" + run))
                .body("events.event.find { it.type == 'attempt-finished' }.why", equalTo("did it"));
        when().get("/api/runs/" + run + "/report").then().body("handed_in.by", hasItem("bob-" + run));
    }

    private static JsonPath claim(@Nullable String key, String worker) {
        return post(
                        key,
                        "/api/work/claim",
                        "{\"worker\": \"" + worker + "\", \"executors\": [\"gates\"], \"waitSeconds\": 20}")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String held(JsonPath order, String claim) {
        return "{\"run\": \"%s\", \"key\": \"%s\", \"fence\": %d, \"claim\": \"%s\", \"worker\": \"w1\", \"text\": \"at it\", \"report\": {\"text\": \"done\"}}"
                .formatted(order.getString("run"), order.getString("key"), order.getLong("fence"), claim);
    }

    @Test
    void workers_call_takes_nothing_without_the_claim_that_was_given_for_it() throws IOException {
        String run = run(false);
        String builder = keys.issue("builder-" + run, Set.of(AccessRole.WORKER)).text();
        JsonPath order = claim(builder, "somebody else");
        assertThat(order.getString("run")).isEqualTo(run);
        assertThat(order.getString("claim")).matches("[0-9a-f]{64}");

        for (String path : List.of("result", "progress", "heartbeat")) {
            int status = path.equals("heartbeat") ? 409 : 403;
            post(null, "/api/work/" + path, held(order, "guessed")).statusCode(status);
            post(null, "/api/work/" + path, held(order, "").replace("\"claim\": \"\", ", ""))
                    .statusCode(400)
                    .body("detail", containsString("\"claim\""));
        }
        post(
                        null,
                        "/api/runs/" + run + "/work",
                        "{\"key\": \"%s\", \"report\": {\"text\": \"done\"}}".formatted(order.getString("key")))
                .statusCode(403)
                .body("detail", containsString("waits for no person"));
        post(null, "/api/work/heartbeat", held(order, order.getString("claim"))).statusCode(204);
        post(null, "/api/work/progress", held(order, order.getString("claim"))).statusCode(204);
        post(null, "/api/work/result", held(order, order.getString("claim"))).statusCode(204);

        String record = when().get("/api/runs/" + run + "/events").asString();
        assertThat(record).doesNotContain(order.getString("claim")).doesNotContain("somebody else");
        when().get("/api/runs/" + run + "/events")
                .then()
                .body("events.event.find { it.type == 'attempt-finished' }.by", equalTo("builder-" + run));
    }
}
