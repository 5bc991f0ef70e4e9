package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A caller whose server has lost its database is told so, and when to come again. */
@QuarkusTest
@WithTestResource(TempData.class)
@WithTestResource(LosablePostgres.class)
class StoreOutOfReachTest {
    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    @Test
    void operations_that_need_the_store_answer_with_503_a_sentence_and_a_time() {
        String plan = post("/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String run = post("/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("run.run.id");
        when().get("/api/runs/" + run).then().statusCode(200);

        when().get("/q/health/ready").then().statusCode(200);

        LosablePostgres.lose();

        outOfReach(when().get("/api/runs"));
        outOfReach(when().get("/api/runs/" + run));
        outOfReach(when().get("/api/runs/" + run + "/events"));
        outOfReach(when().get("/api/runs/" + run + "/report"));
        outOfReach(when().get("/api/runs/" + run + "/audit"));
        outOfReach(when().get("/api/inbox"));
        outOfReach(when().get("/api/plans"));
        outOfReach(when().get("/api/plans/" + plan));
        outOfReach(post("/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}"));
        outOfReach(post("/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}"));
        outOfReach(post("/api/runs/" + run + "/cancel", "{\"as\": \"ann\"}"));
        outOfReach(post("/api/runs/" + run + "/answers", "{\"ask\": \"ask-1\", \"answer\": \"yes\", \"as\": \"bob\"}"));
        outOfReach(post("/api/work/claim", "{\"worker\": \"w1\", \"executors\": [\"worker\"]}"));
        when().get("/q/health/live").then().statusCode(200);
        when().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'store' }.status", equalTo("DOWN"))
                .body(
                        "checks.find { it.name == 'store' }.data.trouble",
                        equalTo("What Muster keeps cannot be used now: it does not answer."));
    }

    private static void outOfReach(Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("urn:problem-type:muster:database-out-of-reach"))
                .body("detail", equalTo("What Muster keeps cannot be used now: it does not answer."))
                .body("value", nullValue());
    }
}
