package dev.muster.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.TempData;
import dev.muster.api.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever somebody sends to whichever operation: it is their fault, they are told where, and nothing of the server's inside. */
@QuarkusTest
@WithTestResource(TempData.class)
class BadValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSIDE =
            "(?s).*(jdbc:|SQLITE|SQLException|select |insert |dev\\.muster\\.|java\\.|com\\.fasterxml|StreamRead|/tmp/|\\bat \\S+\\().*";

    private static final Map<String, String> JSON_OF_TYPES = Map.of(
            "string", "\"abc\"",
            "integer", "7",
            "boolean", "true",
            "array", "[7]",
            "object", "{\"a\": {}}");

    private static Response send(Operation operation, String path, String body) {
        return operation.changes()
                ? given().urlEncodingEnabled(false)
                        .header("Content-Type", "application/json")
                        .body(body)
                        .request(operation.method(), path)
                : given().urlEncodingEnabled(false).get(path);
    }

    private static void isTheirFault(Response answer, String what) {
        String told = answer.asString();
        assertThat(answer.statusCode()).as(what + ": " + told).isBetween(400, 499);
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        assertThat(told).as(what).doesNotMatch(INSIDE);
    }

    private static void isToldWhere(Response answer, String what, String where) {
        isTheirFault(answer, what);
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("detail")).as(what).contains(where);
    }

    @Test
    void paths_that_are_no_text_are_refused_by_every_operation() throws IOException {
        for (Operation operation : Operations.all()) {
            for (String bad : List.of("%00", "a%00b", "%ff", "%ed%a0%80", "%zz", "%")) {
                String path = operation.path().contains("{")
                        ? operation.path().replaceAll("\\{[^}]*}", bad)
                        : operation.path() + "?" + bad + "=1";
                isTheirFault(send(operation, path, "{}"), operation.method() + " " + path);
            }
        }
    }

    @Test
    void paths_with_odd_texts_are_never_a_fault_of_the_server() throws IOException {
        List<String> odd = List.of("'", "%22%3B--", "%F0%9F%98%80", "x".repeat(3_000), "..%2F..%2Fetc", "%0A", "%5C", "-1");
        for (Operation operation : Operations.all()) {
            for (String text : odd) {
                String path = operation.path().replaceAll("\\{[^}]*}", text);
                Response answer = send(operation, path, "{}");
                assertThat(answer.statusCode())
                        .as(operation.method() + " " + path + ": " + answer.asString())
                        .isLessThan(500);
                assertThat(answer.asString()).doesNotMatch(INSIDE.replace("/tmp/", "/no/"));
            }
        }
    }

    @Test
    void parameters_of_the_wrong_type_are_named() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(parameter -> {
                        String path = operation.somewhere() + "?" + parameter.name() + "=";
                        isToldWhere(send(operation, path + "a%00", "{}"), path, parameter.name());
                        boolean isNumber = parameter.type().equals("integer");
                        for (String bad : List.of("abc", "1.5", "true", "99999999999999999999", "")) {
                            Response answer = send(operation, path + bad, "{}");
                            if (isNumber) {
                                isToldWhere(answer, path + bad, parameter.name());
                            } else {
                                assertThat(answer.statusCode()).as(path + bad).isLessThan(500);
                            }
                        }
                    });
        }
    }

    @Test
    void bodies_that_are_no_object_are_refused_by_every_operation_that_takes_one() throws IOException {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        for (Operation operation : Operations.all()) {
            if (operation.fields().isEmpty()) {
                continue;
            }
            for (String bad : List.of("[]", "5", "\"x\"", "{", "{\"a\": }", "{\"zzz\": 1}", "{} {}", "{\"a\": 1, \"a\": 2}", deep)) {
                String what = operation.method() + " " + operation.path() + " " + bad.substring(0, Math.min(30, bad.length()));
                isTheirFault(send(operation, operation.somewhere(), bad), what);
            }
        }
    }

    @Test
    void fields_of_the_wrong_type_are_named_by_every_operation() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.fields().forEach((field, type) -> JSON_OF_TYPES.forEach((other, value) -> {
                if (!type.isEmpty() && !type.equals(other)) {
                    String body = body(field, value);
                    String name = field.substring(field.lastIndexOf('.') + 1);
                    isToldWhere(send(operation, operation.somewhere(), body), operation.path() + " " + body, name);
                }
            }));
        }
    }

    @Test
    void numbers_that_no_number_can_hold_are_refused_and_their_range_is_told() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.fields().forEach((field, type) -> {
                if (type.equals("integer")) {
                    for (String bad : List.of("99999999999999999999", "1.5", "1e400")) {
                        String body = body(field, bad);
                        isToldWhere(send(operation, operation.somewhere(), body), body, "a whole number from");
                    }
                }
            });
        }
    }

    @Test
    void texts_that_are_none_are_refused_in_every_field() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.fields().forEach((field, type) -> {
                for (String bad : List.of("\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"")) {
                    String value = type.equals("array") ? "[" + bad + "]" : type.equals("object") ? "{" + bad + ": 1}" : bad;
                    String body = body(field, value);
                    isToldWhere(send(operation, operation.somewhere(), body), operation.path() + " " + body, field);
                }
            });
        }
    }

    /** A body with one field, written as it is: {@code context.files} is inside of {@code context}. */
    private static String body(String field, String value) {
        String body = value;
        String[] names = field.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            body = "{\"" + names[i] + "\": " + body + "}";
        }
        return body;
    }

    @Test
    void seed_that_is_no_number_is_told_so() {
        String told = given().header("Content-Type", "application/json")
                .body("{\"seed\": \"abc\"}")
                .post("/api/plans/" + plan() + "/runs")
                .then()
                .statusCode(400)
                .extract()
                .path("detail");

        assertThat(told).startsWith("The field \"seed\" must be a whole number");
    }

    @Test
    void workspace_that_is_not_there_is_told_and_is_nobodys_fault_but_the_callers() throws IOException {
        Path gone = Files.createTempDirectory("gone");
        Files.delete(gone);
        for (String bad : List.of(gone.toString(), "no/such/folder", "")) {
            ObjectNode body = JSON.createObjectNode().put("workspace", bad);
            Response answer = given().header("Content-Type", "application/json")
                    .body(body.toString())
                    .post("/api/plans/" + plan() + "/runs");
            if (!bad.isEmpty()) {
                assertThat(answer.statusCode()).as(bad).isEqualTo(400);
                assertThat(answer.<String>path("type")).endsWith(":no-such-workspace");
            } else {
                assertThat(answer.statusCode()).isLessThan(500);
            }
        }
    }

    @Test
    void answers_to_one_plan_at_the_same_time_make_one_version_and_the_others_are_told() {
        Response plan = given().header("Content-Type", "application/json")
                .body("{\"description\": \"Do the thing with the stuff\", \"pack\": \"backend\"}")
                .post("/api/plans");
        List<String> questions = plan.path("questions.id");
        assertThat(questions).as(plan.asString()).isNotEmpty();
        List<String> choices = plan.path("questions[0].choices");
        String answer = choices == null ? "the billing module" : choices.getFirst();
        ObjectNode body = JSON.createObjectNode();
        body.putObject("answers").put(questions.getFirst(), answer);
        String path = "/api/plans/" + plan.path("id") + "/answers";

        List<Integer> statuses;
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            statuses = IntStream.range(0, 8)
                    .mapToObj(_ -> callers.submit(() -> given().header("Content-Type", "application/json")
                            .body(body.toString())
                            .post(path)
                            .statusCode()))
                    .toList()
                    .stream()
                    .map(told -> {
                        try {
                            return told.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void headers_with_odd_values_are_never_a_fault_of_the_server() {
        Stream.of("Last-Event-ID", "Accept", "Authorization", "X-Request-ID", "traceparent", "Origin", "Sec-Fetch-Site")
                .forEach(header -> List.of("abc", "\u00e9", "Bearer \u0001", "a/b;q=x", "99999999999999999999", ";;;")
                        .forEach(value -> {
                            Response answer = given().header(header, value).get("/api/runs/nothing/events");
                            assertThat(answer.statusCode()).as(header + ": " + value).isLessThan(500);
                        }));
    }

    private static String plan() {
        return given().header("Content-Type", "application/json")
                .body("{\"description\": \"Add an endpoint that lists refunds\"}")
                .post("/api/plans")
                .path("id");
    }

    private static JsonNode read(Response answer) throws IOException {
        return JSON.readTree(answer.asString());
    }

    @Test
    void errors_of_the_machine_are_problems_with_an_id_and_nothing_else() throws IOException {
        for (String error : List.of("memory", "stack", "state")) {
            Response answer = given().header("X-Request-ID", "who-asks").get("/api/failing/" + error);

            JsonNode problem = read(answer);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(problem.get("type").asText()).isEqualTo("urn:problem-type:muster:internal-error");
            assertThat(problem.get("advice").asText()).contains("who-asks");
            assertThat(answer.asString()).doesNotMatch(INSIDE).doesNotContain("a secret of the inside");
        }
    }
}
