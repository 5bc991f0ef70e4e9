package dev.muster.api.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class ProblemsTest {
    private static ValidatableResponse problem(Response response, int status, String kind) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:muster:" + kind))
                .body("status", equalTo(status))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("advice", not(emptyOrNullString()))
                .body("instance", equalTo(response.then().extract().path("instance")));
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/plans");
    }

    @Test
    void unknown_field_is_named_with_its_place_and_the_likely_word() {
        problem(post("{\"descripton\": \"x\"}"), 400, "unknown-field")
                .body("value", equalTo("descripton"))
                .body("line", equalTo(1))
                .body("known", contains("context", "description", "pack", "ref", "title"))
                .body("instance", equalTo("/api/plans"))
                .body("advice", containsString("Did you mean \"description\"?"));
        problem(post("{\"description\": \"x\", \"context\": {\"file\": []}}"), 400, "unknown-field")
                .body("detail", equalTo("There is no field \"context.file\"."));
    }

    @Test
    void field_of_the_wrong_type_is_named() {
        problem(post("{\"description\": 5}"), 400, "wrong-type")
                .body("detail", equalTo("The field \"description\" must be text in quotes."));
        problem(post("{\"description\": \"x\", \"context\": {\"files\": \"a\"}}"), 400, "wrong-type")
                .body("detail", equalTo("The field \"context.files\" must be a list."));
        problem(post("[]"), 400, "wrong-type").body("detail", equalTo("The body must be an object."));
    }

    @Test
    void malformed_json_is_told_with_line_and_column() {
        problem(post("{\"description\":\n \"x\",}"), 400, "malformed-json")
                .body("line", equalTo(2))
                .body("column", equalTo(6));
        problem(post("{\"description\": \"x\"} {"), 400, "malformed-json");
    }

    @Test
    void empty_body_and_empty_text_are_refused() {
        problem(given().contentType(ContentType.JSON).post("/api/plans"), 400, "empty-body");
        problem(post("null"), 400, "empty-body");
        problem(post("{}"), 400, "empty-text");
        problem(post("{\"title\": \"\", \"description\": \" \\n\"}"), 400, "empty-text");
    }

    @Test
    void text_beyond_the_limit_is_refused() {
        problem(post("{\"description\": \"" + "a".repeat(256 * 1024 + 1) + "\"}"), 413, "text-too-long")
                .body("value", equalTo("262145 bytes"));
        problem(post("{\"description\": \"" + "a".repeat(1024 * 1024) + "\"}"), 413, "body-too-large");
    }

    @Test
    void unknown_plan_is_named() {
        problem(given().get("/api/plans/nope"), 404, "no-such-plan").body("value", equalTo("nope"));
    }

    @Test
    void unknown_path_is_a_problem_inside_and_outside_of_the_api() {
        problem(given().get("/api/nope"), 404, "no-such-path").body("instance", equalTo("/api/nope"));
        problem(given().get("/nope/x"), 404, "no-such-path");
    }

    @Test
    void wrong_method_media_type_and_accept_are_problems() {
        problem(given().delete("/api/plans"), 405, "method-not-allowed");
        problem(given().contentType("text/plain").body("x").post("/api/plans"), 415, "unsupported-media-type");
        problem(given().accept("text/csv").get("/api/plans"), 406, "not-acceptable");
    }

    @Test
    void parameter_out_of_range_is_named() {
        problem(given().get("/api/plans?limit=0"), 400, "bad-parameter").body("value", equalTo("0"));
        problem(given().get("/api/plans?limit=many"), 400, "bad-parameter").body("value", equalTo("many"));
    }
}
