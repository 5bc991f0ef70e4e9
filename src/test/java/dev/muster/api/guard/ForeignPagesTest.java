package dev.muster.api.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.TempData;
import dev.muster.api.Operations;
import dev.muster.api.Operations.Operation;
import dev.muster.api.Raw;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page in the browser of this machine's user could send to an open server: nothing that is done. */
@QuarkusTest
@WithTestResource(TempData.class)
class ForeignPagesTest {
    @Test
    void operations_that_change_something_want_the_type_that_no_page_can_send_unasked() throws IOException {
        List<Operation> changing =
                Operations.all().stream().filter(Operation::changes).toList();

        assertThat(changing).hasSizeGreaterThan(10);
        for (Operation operation : changing) {
            for (String type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "text/plain; application/json",
                    "application/jsonp",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "nonsense")) {
                Raw.Answer answer =
                        Raw.send(operation.method(), operation.somewhere(), List.of("Content-Type: " + type), "{}");
                assertThat(answer.status())
                        .as(operation + " as " + type + ": " + answer)
                        .isEqualTo(415);
                assertThat(answer.json().get("advice").asText()).contains("application/json");
            }
            for (String body : List.of("", "{}")) {
                Raw.Answer answer = Raw.send(operation.method(), operation.somewhere(), List.of(), body);
                assertThat(answer.status()).as(operation + ": " + answer).isEqualTo(415);
            }
        }
    }

    @Test
    void operations_are_refused_where_a_page_of_another_site_sends_them() throws IOException {
        for (Operation operation : Operations.all()) {
            for (List<String> headers : List.of(
                    List.of("Origin: https://evil.example"),
                    List.of("Origin: null"),
                    List.of("Origin: " + Raw.server(), "Origin: https://evil.example"),
                    List.of("Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"),
                    List.of("Origin: http://localhost:1"),
                    List.of("Sec-Fetch-Site: cross-site"),
                    List.of("Sec-Fetch-Site: same-site"),
                    List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"))) {
                List<String> all = new ArrayList<>(headers);
                all.add("Content-Type: application/json");
                Raw.Answer answer =
                        Raw.send(operation.method(), operation.somewhere(), all, operation.changes() ? "{}" : "");
                assertThat(answer.status()).as(operation + " " + headers).isEqualTo(403);
                assertThat(answer.type()).endsWith(":foreign-page");
            }
        }
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi", "/nothing")) {
            given().header("Origin", "https://evil.example").post(path).then().statusCode(403);
        }
    }

    @Test
    void operations_are_done_where_no_page_or_one_of_ours_sends_them() {
        URI we = Raw.server();
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Origin", we.toString(), "Sec-Fetch-Site", "same-origin"))) {
            given().contentType("application/json")
                    .headers(headers)
                    .body("{\"description\": \"Add an endpoint that lists refunds\"}")
                    .post("/api/plans")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void links_that_somebody_follows_lead_here_and_forms_do_not() {
        Map<String, String> followed = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

        given().headers(followed).get("/api/plans").then().statusCode(200);
        given().headers(followed)
                .contentType("application/json")
                .body("{}")
                .post("/api/plans")
                .then()
                .statusCode(403);
    }
}
