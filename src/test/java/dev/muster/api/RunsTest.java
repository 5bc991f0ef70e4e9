package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs over REST: begun, followed, answered, verified. Nothing is configured, so each is a rehearsal. */
@QuarkusTest
@WithTestResource(TempData.class)
class RunsTest {
    private static final String DELIVERY =
            "{\"title\": \"Payments\", \"description\": \"Implement a payment integration with webhook handling.\", \"pack\": \"feature-delivery\", \"context\": {\"answers\": {\"confirm-requirements\": \"confirmed\"}}}";

    private static final String WITH_CHECKS =
            "{\"title\": \"Build the backend\", \"description\": \"Build the backend with its worker and tests.\", \"pack\": \"api-worker\"}";

    private static String plan(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String run(String plan, long seed) {
        return start(plan, "{\"as\": \"ann\", \"seed\": " + seed + "}")
                .statusCode(201)
                .extract()
                .path("run.run.id");
    }

    private static ValidatableResponse start(String plan, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/plans/" + plan + "/runs")
                .then();
    }

    /** The run once it has ended or only people can bring it on. */
    private static JsonPath atRest(String run) {
        long after = 0;
        while (true) {
            JsonPath view = when().get("/api/runs/" + run).jsonPath();
            if (!view.getString("run.status").equals("running")) {
                return view;
            }
            List<Integer> seen = when().get("/api/runs/%s/events?after=%d&wait=5".formatted(run, after))
                    .path("events.seq");
            after = seen.isEmpty() ? after : seen.getLast();
        }
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    @Test
    void run_of_a_plan_goes_to_its_end_and_is_on_record() {
        String plan = plan("{\"description\": \"Add an endpoint that lists refunds\"}");
        String run = start(plan, "{\"as\": \"ann\"}")
                .statusCode(201)
                .header("Location", containsString("/api/runs/"))
                .body("note", containsString("rehearsal"))
                .body("run.run.startedBy", equalTo("ann"))
                .extract()
                .path("run.run.id");

        JsonPath view = atRest(run);

        assertThat(view.getString("run.status")).isEqualTo("completed");
        assertThat(view.getList("phases.steps.flatten().status")).containsOnly("done");
        when().get("/api/runs").then().body("runs.id", hasItem(run));
        when().get("/api/runs/" + run + "/report")
                .then()
                .body("status", equalTo("complete"))
                .body("rehearsed", equalTo(true))
                .body("phases_completed", hasItem("Implementation"));
        assertThat(given().accept("text/markdown")
                        .get("/api/runs/" + run + "/report")
                        .then()
                        .contentType(containsString("text/markdown"))
                        .extract()
                        .asString())
                .startsWith("# Run: Add an endpoint that lists refunds")
                .contains("nobody was called");
        when().get("/api/runs/" + run + "/audit").then().body("sound", equalTo(true));
    }

    @Test
    void events_list_and_stream_are_the_same_and_a_stream_goes_on_where_it_broke_off() {
        String run = run(plan("{\"description\": \"Add an endpoint that lists refunds\"}"), 1);
        atRest(run);
        List<Integer> listed = when().get("/api/runs/" + run + "/events").path("events.seq");
        String types = when().get("/api/runs/" + run + "/events")
                .path("events.event.type")
                .toString();

        String stream = stream(run, null);
        String rest = stream(run, "3");

        assertThat(ids(stream))
                .containsExactlyElementsOf(listed.stream().map(String::valueOf).toList());
        assertThat(types).startsWith("[run-started").endsWith("run-ended]");
        assertThat(ids(rest)).first().isEqualTo("4");
        assertThat(stream).endsWith(rest.stripLeading());
    }

    private static String stream(String run, @Nullable String lastEventId) {
        var request = given().accept("text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.get("/api/runs/" + run + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> ids(String stream) {
        return Pattern.compile("(?m)^id: ?(\\d+)$")
                .matcher(stream)
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    @Test
    void optional_phase_is_asked_about_and_the_answer_is_on_record() {
        String run = run(plan(WITH_CHECKS), 3);
        JsonPath view = atRest(run);
        while (view.getString("run.status").equals("waiting")
                && !view.getString("waitingFor[0].kind").equals("phase")) {
            answer(run, view, view.getString("waitingFor[0].choices.find { it != 'stop' }"));
            view = atRest(run);
        }
        assertThat(view.getString("waitingFor[0].kind")).isEqualTo("phase");
        when().get("/api/inbox").then().body("entries.run", hasItem(run));

        answer(run, view, "no").statusCode(200);

        assertThat(atRest(run).getString("run.status")).isEqualTo("completed");
        when().get("/api/runs/" + run + "/events")
                .then()
                .body("events.event.findAll { it.type == 'phase-skipped' }.by", hasItem("bob"));
        when().get("/api/inbox?run=" + run).then().body("entries", hasSize(0));
    }

    private static ValidatableResponse answer(String run, JsonPath view, String answer) {
        return post(
                "/api/runs/" + run + "/answers",
                "{\"ask\": \"%s\", \"answer\": \"%s\", \"as\": \"bob\", \"why\": \"it is enough\"}"
                        .formatted(view.getString("waitingFor[0].id"), answer));
    }

    @Test
    void same_seed_goes_the_same_way_in_runs_of_equal_plans() {
        for (Long seed : List.of(3L, 42L, 99L)) {
            assertThat(way(run(plan(WITH_CHECKS), seed))).isEqualTo(way(run(plan(WITH_CHECKS), seed)));
        }
    }

    private static List<Object> way(String run) {
        atRest(run);
        return when().get("/api/runs/" + run + "/events")
                .jsonPath()
                .getList(
                        "events.event.collect { [it.type, it.step, it.phase, it.round, it.result?.status, it.outcome?.type] }");
    }

    @Test
    void run_that_ended_takes_nothing_more() {
        String run = run(plan("{\"description\": \"Add an endpoint that lists refunds\"}"), 1);
        atRest(run);

        post("/api/runs/" + run + "/cancel", "{\"as\": \"ann\"}")
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void workspace_on_an_open_server_may_be_any_folder() throws IOException {
        String plan = plan("{\"description\": \"Add an endpoint that lists refunds\"}");
        Path folder = Files.createTempDirectory("anywhere");

        start(plan, "{\"as\": \"ann\", \"workspace\": \"" + folder + "\"}")
                .statusCode(201)
                .body("run.workspace", equalTo(folder.toString()));
    }

    @Test
    void plan_with_open_questions_is_not_run() {
        String plan = plan(DELIVERY.replace("confirm-requirements", "something-else"));

        start(plan, "{}").statusCode(409).body("detail", containsString("confirm-requirements"));
    }

    @Test
    void what_is_missing_is_named() {
        String run = run(plan("{\"description\": \"Add an endpoint that lists refunds\"}"), 1);

        post("/api/runs/" + run + "/answers", "{\"answer\": \"yes\"}")
                .statusCode(400)
                .body("detail", containsString("\"ask\""));
        post("/api/runs/" + run + "/overrides", "{\"step\": \"x\", \"gate\": \"code\"}")
                .statusCode(400)
                .body("detail", containsString("\"why\""));
        when().get("/api/runs/nothing").then().statusCode(404).body("value", equalTo("nothing"));
        given().accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get("/api/runs/" + run + "/events")
                .then()
                .statusCode(400);
    }

    @Test
    void worker_that_finds_nothing_to_do_is_told_so() {
        post("/api/work/claim", "{\"worker\": \"w1\", \"executors\": [\"worker\"]}")
                .statusCode(204);
    }
}
