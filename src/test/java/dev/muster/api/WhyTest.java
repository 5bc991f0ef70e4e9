package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class WhyTest {
    private static String plan() {
        return given().contentType(ContentType.JSON)
                .body("{\"description\": \"Add an endpoint where customers upload invoices\"}")
                .post("/api/plans")
                .path("id");
    }

    @Test
    void agent_that_is_not_in_the_plan_is_answered_with_the_words_that_bring_it_in() {
        when().get("/api/plans/" + plan() + "/why?about=redis-caching-strategist")
                .then()
                .statusCode(200)
                .body("answers.kind", contains("agent"))
                .body("answers[0].chosen", equalTo(false))
                .body("answers[0].enough.with.words.flatten()", hasItem(containsString("cache")));
    }

    @Test
    void review_that_is_in_the_plan_is_answered_with_its_rule_and_words() {
        when().get("/api/plans/" + plan() + "/why?about=review:security")
                .then()
                .statusCode(200)
                .body("answers[0].chosen", equalTo(true))
                .body("answers[0].because[0].because[0].rule", startsWith("A security trigger asks"));
    }

    @Test
    void name_that_nothing_has_is_refused_with_the_nearest_one() {
        when().get("/api/plans/" + plan() + "/why?about=security-gardian")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem-type:muster:unknown-subject"))
                .body("advice", containsString("Did you mean \"security-guardian\"?"))
                .body("known", hasItems("security-guardian"));
    }

    @Test
    void plan_that_nobody_stored_is_not_found() {
        when().get("/api/plans/nope/why?about=x").then().statusCode(404);
    }
}
