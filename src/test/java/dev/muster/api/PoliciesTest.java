package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.SmallRules;
import dev.muster.TempData;
import dev.muster.app.SmallPack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
@WithTestResource(SmallRules.class)
class PoliciesTest {
    private SmallPack pack;

    @BeforeEach
    @AfterEach
    void filesAsTheyWere() {
        pack = SmallRules.pack().edition(1);
        reload().statusCode(200);
    }

    private static ValidatableResponse reload() {
        return given().contentType(ContentType.JSON)
                .post("/api/policies/small/reload")
                .then();
    }

    private static Response plan() {
        return given().contentType(ContentType.JSON)
                .body("{\"description\": \"Work\", \"pack\": \"small\"}")
                .post("/api/plans");
    }

    private static ValidatableResponse rollback(String version) {
        return given().contentType(ContentType.JSON)
                .body("{\"version\": \"" + version + "\"}")
                .post("/api/policies/small/rollback")
                .then();
    }

    private static String version() {
        return when().get("/api/policies/small").path("version");
    }

    private static String health() {
        return when().get("/q/health/ready").path("checks.find { it.name == 'policies' }.data.small");
    }

    @Test
    void reload_serves_what_the_files_say_and_tells_what_changed() {
        String before = version();
        pack.table(2);

        reload().statusCode(200).body("pack.state", equalTo("ready")).body("pack.cases.green", equalTo(0));

        assertThat(version()).isNotEqualTo(before);
        plan().then().statusCode(201).body("risks[0].text", equalTo("The table of edition 2"));
    }

    @Test
    void reload_of_files_that_cannot_be_used_is_refused_with_each_place_and_the_last_good_version_stays() {
        String before = version();
        SmallPack.write(pack.file("risks.csv"), "risk\n\"no end");

        reload().statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("urn:problem-type:muster:reload-refused"))
                .body("detail", containsString(before))
                .body("faults[0].file", equalTo("small/risks.csv"))
                .body("faults[0].line", equalTo(2));

        plan().then().statusCode(201).body("pack.version", equalTo(before));
        when().get("/api/policies").then().body("state", contains("degraded")).body("version", contains(before));
        when().get("/q/health/ready").then().statusCode(200);
        assertThat(health()).isEqualTo(before + ", degraded: 1 fault");
    }

    @Test
    void versions_are_listed_with_what_changed_and_an_older_one_can_be_served() {
        String first = version();
        pack.table(3);
        reload();
        String second = version();

        when().get("/api/policies/small/versions")
                .then()
                .body("find { it.version == '" + second + "' }.changes.changed", hasItem("rules/small/risks.csv"))
                .body("findAll { it.served }.version", equalTo(List.of(second)));
        rollback(first).statusCode(200).body("rolledBack", equalTo(true)).body("filesVersion", equalTo(second));

        plan().then().body("risks[0].text", equalTo("The table of edition 1"));
        assertThat(health())
                .startsWith(first + ", rolled back since ")
                .endsWith(" until the files (" + second + ") change");
        rollback(second).statusCode(200).body("rolledBack", equalTo(false));
    }

    @Test
    void plan_is_made_again_to_the_byte_after_the_policy_changed() {
        String id = plan().path("id");
        pack.table(4);
        reload();

        when().get("/api/plans/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("differences", equalTo(List.of()));
        when().get("/api/plans/nothing/replay").then().statusCode(404);
    }

    @Test
    void what_is_not_there_is_told_with_what_is() {
        when().get("/api/policies/smal")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:muster:no-such-pack"))
                .body("known", contains("small"));
        given().contentType(ContentType.JSON)
                .post("/api/policies/smal/reload")
                .then()
                .statusCode(404);
        rollback("nothing").statusCode(404).body("value", equalTo("small@nothing"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/policies/small/rollback")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem-type:muster:missing-version"));
    }
}
