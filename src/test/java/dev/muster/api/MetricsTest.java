package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.muster.TempData;
import dev.muster.app.telemetry.Measure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is measured, as Prometheus sees it. */
@QuarkusTest
@WithTestResource(TempData.class)
class MetricsTest {
    private static final Path DOCUMENT = Path.of("docs/operating.md");
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^(muster_\\w+?)(?:_count|_sum|_max)?(?:\\{(.*)})? (\\S+)$");

    private static String metrics() {
        return when().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static double value(String sample) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .sum();
    }

    private static String plan(String description) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("description", description))
                .post("/api/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void rehearse(String plan) {
        String run = given().contentType(ContentType.JSON)
                .body("{\"as\": \"ann\", \"rehearse\": true, \"seed\": 1}")
                .post("/api/plans/" + plan + "/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("run.run.id");
        long after = 0;
        while ("running".equals(when().get("/api/runs/" + run).path("run.status"))) {
            List<Integer> seen = when().get("/api/runs/%s/events?after=%d&wait=5".formatted(run, after))
                    .path("events.seq");
            after = seen.isEmpty() ? after : seen.getLast();
        }
    }

    @Test
    void plans_are_counted_by_pack_and_status() {
        double before = value("muster_planning_seconds_count{pack=\"backend\",stage=\"rules\"}");

        plan("Add an endpoint where customers upload invoices as PDF");

        assertThat(value("muster_planning_seconds_count{pack=\"backend\",stage=\"rules\"}"))
                .isEqualTo(before + 1);
        assertThat(value("muster_rules_fired_total{pack=\"backend\"}")).isPositive();
        assertThat(metrics())
                .containsPattern("muster_plans_total\\{pack=\"backend\",status=\"(ready|needs-answers)\"} ");
    }

    @Test
    void tasks_that_are_refused_are_counted_by_reason() {
        double before = value("muster_plans_refused_total{reason=\"unknown-pack\"}");

        given().contentType(ContentType.JSON)
                .body(Map.of("description", "x", "pack", "nowhere"))
                .post("/api/plans")
                .then()
                .statusCode(400);

        assertThat(value("muster_plans_refused_total{reason=\"unknown-pack\"}")).isEqualTo(before + 1);
    }

    @Test
    void reload_that_changes_nothing_is_none_and_the_age_of_the_policy_is_told() {
        given().contentType(ContentType.JSON)
                .post("/api/policies/backend/reload")
                .then()
                .statusCode(200);

        assertThat(metrics()).doesNotContain("muster_policy_reloads_total");
        assertThat(value("muster_policy_age_seconds{pack=\"backend\"}")).isPositive();
        assertThat(value("muster_policy_degraded{pack=\"backend\"}")).isZero();
    }

    @Test
    void store_is_told_as_reachable_by_metrics_and_health() {
        assertThat(value("muster_store_reachable")).isEqualTo(1);
        assertThat(metrics()).contains("muster_queue_runs{state=\"due\"}");
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'store' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'store' }.data.since", containsString("T"));
    }

    @Test
    void http_is_measured_by_path_template_without_ids() {
        when().get("/api/plans/0nowhere").then().statusCode(404);

        assertThat(metrics())
                .contains("http_server_requests_seconds_count{method=\"GET\"")
                .contains("uri=\"/api/plans/{id}\"")
                .doesNotContain("0nowhere")
                .doesNotContain("/q/metrics");
    }

    @Test
    void paths_that_are_refused_before_they_reach_an_operation_are_measured_under_one_name() {
        when().get("/api/plans/made-up-1/x/y").then().statusCode(404);
        assertThat(Raw.send("GET", "/api/plans/made-up-2%zz/why", List.of(), "").status())
                .isEqualTo(400);
        given().header("Origin", "http://elsewhere.example")
                .get("/api/plans/made-up-3")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer muster_0000000000_nonsense")
                .get("/api/runs/made-up-4")
                .then()
                .statusCode(401);
        given().body("{}").post("/api/plans/made-up-5/runs").then().statusCode(415);
        given().header("Host", "elsewhere.example")
                .get("/api/plans/made-up-6")
                .then()
                .statusCode(not(200));

        assertThat(metrics()).contains("uri=\"" + MeasuredPaths.REFUSED + "\"").doesNotContain("made-up");
    }

    @Test
    void measures_that_are_served_are_those_of_the_document() throws IOException {
        rehearse(plan("Fix the typo in the README"));
        Map<String, List<String>> labels =
                Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::served, Measure::labels));

        Map<String, TreeSet<String>> served = new TreeMap<>();
        SAMPLE.matcher(metrics()).results().forEach(sample -> {
            TreeSet<String> names = served.computeIfAbsent(sample.group(1), _ -> new TreeSet<>());
            if (sample.group(2) != null) {
                Pattern.compile("(\\w+)=\"")
                        .matcher(sample.group(2))
                        .results()
                        .forEach(label -> names.add(label.group(1)));
            }
        });

        assertThat(served)
                .containsKeys(
                        "muster_plans_total",
                        "muster_runs_total",
                        "muster_steps_total",
                        "muster_calls_seconds",
                        "muster_queue_runs");
        served.forEach((name, found) ->
                assertThat(labels.get(name)).as(name).isNotNull().containsExactlyInAnyOrderElementsOf(found));
    }

    @Test
    void document_has_every_measure() throws IOException {
        String rows = Arrays.stream(Measure.values())
                .map(measure -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                measure.served(),
                                measure.kind().words(),
                                measure.labels().stream()
                                        .map(label -> "`" + label + "`")
                                        .collect(Collectors.joining(", ")),
                                measure.meaning()))
                .collect(Collectors.joining());
        String document = Files.readString(DOCUMENT);
        String asItShouldBe = document.replaceFirst(
                "\\| Measure \\|.*\n\\|---.*\n(\\|.*\n)*",
                "| Measure | Kind | Labels | Meaning |\n|---|---|---|---|\n" + rows);
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, asItShouldBe);
        } else {
            assertThat(document).isEqualTo(asItShouldBe);
        }
    }
}
