package dev.muster.api.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.TempData;
import dev.muster.api.resource.Examples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The API's description is of this API: every operation has its words, and every example is what is sent and answered. */
@QuarkusTest
@WithTestResource(TempData.class)
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void operations_all_say_what_they_do_and_how_they_fail() throws IOException {
        JsonNode paths = description().get("paths");

        assertThat(paths).isNotEmpty();
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText())
                        .as(operation.toString())
                        .contains(" ");
                assertThat(operation.at("/responses/default/$ref").asText())
                        .as(operation.toString())
                        .endsWith("/responses/Problem");
                operation
                        .path("parameters")
                        .forEach(parameter -> assertThat(
                                        parameter.path("description").asText())
                                .as(parameter.toString())
                                .isNotBlank());
            }
        }
    }

    @Test
    void example_of_a_task_gives_the_example_of_a_plan() throws IOException {
        JsonNode operation = description().at("/paths/~1api~1plans/post");
        String task = operation
                .at("/requestBody/content/application~1json/examples/task/value")
                .toString();

        assertThat(plan(task, "application/json")).contains("\"ref\":\"SHOP-417\"", "\"billing\"", "no new service");
        for (String[] example : new String[][] {{"text/markdown", "document"}, {"text/vnd.mermaid", "diagram"}}) {
            String shown = operation
                    .at("/responses/201/content/" + example[0].replace("/", "~1") + "/examples/" + example[1]
                            + "/value")
                    .asText();
            assertThat(shown).isNotBlank();
            assertThat(plan(task, example[0])).startsWith(shown);
        }
    }

    @Test
    void example_of_a_problem_is_what_is_answered() throws IOException {
        String answered = given().contentType(ContentType.JSON)
                .body("{\"description\": \"x\", \"pack\": \"backnd\"}")
                .post("/api/plans")
                .asString();

        assertThat(JSON.readTree(answered)).isEqualTo(JSON.readTree(Examples.PROBLEM));
    }

    private static String plan(String task, String accept) {
        return given().contentType(ContentType.JSON)
                .accept(accept)
                .body(task)
                .post("/api/plans")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(when().get("/q/openapi?format=json").asString());
    }
}
