package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class PlansTest {
    private static Response plan(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/plans");
    }

    @Test
    void plan_is_made_kept_and_found_where_location_says() {
        Response made = plan("""
                {"title": "Invoices", "description": "Add an endpoint for invoices", "ref": "T-1",
                 "context": {"constraints": ["no schema change"]}}""");
        made.then()
                .statusCode(201)
                .body("task.title", equalTo("Invoices"))
                .body("task.ref", equalTo("T-1"))
                .body("task.context.constraints", contains("no schema change"))
                .body("pack.name", equalTo("backend"));

        String found = when().get(made.header("Location")).asString();

        assertThat(found).isEqualTo(made.asString());
    }

    @Test
    void plan_comes_as_the_media_type_that_is_accepted() {
        String path = plan("{\"description\": \"Add an endpoint\"}").header("Location");

        given().accept("text/markdown")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# "));
        given().accept("text/vnd.mermaid")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/vnd.mermaid"))
                .body(containsString("flowchart"));
        given().accept("*/*").get(path).then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void new_plan_comes_as_the_media_type_that_is_accepted() {
        given().contentType(ContentType.JSON)
                .accept("text/markdown")
                .body("{\"description\": \"Add an endpoint\"}")
                .post("/api/plans")
                .then()
                .statusCode(201)
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# Add an endpoint"));
    }

    @Test
    void list_has_the_newest_first_and_says_where_it_goes_on() {
        plan("{\"description\": \"the older\\nof two\"}");
        plan("{\"description\": \"the newer\"}");

        Response page = when().get("/api/plans?limit=1");
        page.then().statusCode(200).body("plans.title", contains("the newer")).body("next", notNullValue());
        when().get(page.path("next").toString()).then().body("plans.title", contains("the older"));
        when().get("/api/plans")
                .then()
                .body("plans", hasSize(greaterThanOrEqualTo(2)))
                .body("next", nullValue());
    }

    @Test
    void answers_give_the_next_version_which_knows_them() {
        Response made = plan("{\"description\": \"Add an export of invoices\", \"pack\": \"feature-delivery\"}");
        String question = made.path("questions[0].id");
        String path = made.header("Location");

        given().contentType(ContentType.JSON)
                .body("{\"answers\": {\"" + question + "\": \"The export of invoices takes minutes\"}}")
                .post(path + "/answers")
                .then()
                .statusCode(201)
                .body("id", equalTo(made.path("id")))
                .body("version", equalTo(2))
                .body("task.context.answers." + question, equalTo("The export of invoices takes minutes"))
                .body("questions.id", not(hasItem(question)));
        when().get(path).then().body("version", equalTo(2));
    }

    @Test
    void answer_to_what_nobody_asked_is_refused() {
        String path = plan("{\"description\": \"Make it better somehow\"}").header("Location");

        given().contentType(ContentType.JSON)
                .body("{\"answers\": {\"colour\": \"green\"}}")
                .post(path + "/answers")
                .then()
                .statusCode(400)
                .body("type", endsWith("unknown-question"))
                .body("value", equalTo("colour"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(path + "/answers")
                .then()
                .statusCode(400)
                .body("type", endsWith("empty-answers"));
    }
}
