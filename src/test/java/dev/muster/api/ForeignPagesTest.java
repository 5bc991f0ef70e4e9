package dev.muster.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.TempData;
import dev.muster.api.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page in the browser of this machine's user could send to an open server: nothing that is done. */
@QuarkusTest
@WithTestResource(TempData.class)
class ForeignPagesTest {
    private static Response send(RequestSpecification request, Operation operation) {
        return operation.changes()
                ? request.body("{}").request(operation.method(), operation.somewhere())
                : request.get(operation.somewhere());
    }

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
                Response answer = given().config(RestAssured.config()
                                .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                        .header("Content-Type", type)
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(operation.method(), operation.somewhere());
                assertThat(answer.statusCode()).as(operation + " as " + type).isEqualTo(415);
                assertThat(answer.<String>path("advice")).contains("application/json");
            }
            assertThat(raw(operation, "")).as(operation.toString()).startsWith("HTTP/1.1 415");
            assertThat(raw(operation, "Content-Length: 2\r\n")).as(operation.toString()).startsWith("HTTP/1.1 415");
        }
    }

    /** Without any header that a client would add by itself. */
    private static String raw(Operation operation, String headers) throws IOException {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = operation.method() + " " + operation.somewhere() + " HTTP/1.1\r\nHost: "
                    + address.getAuthority() + "\r\nConnection: close\r\n" + headers + "\r\n"
                    + (headers.isEmpty() ? "" : "{}");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void operations_are_refused_where_a_page_of_another_site_sends_them() throws IOException {
        for (Operation operation : Operations.all()) {
            for (Map<String, String> headers : List.of(
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.of("Origin", "http://localhost:1"),
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"))) {
                Response answer = send(given().contentType("application/json").headers(headers), operation);
                assertThat(answer.statusCode()).as(operation + " " + headers).isEqualTo(403);
                assertThat(answer.<String>path("type")).endsWith(":foreign-page");
            }
        }
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi", "/nothing")) {
            given().header("Origin", "https://evil.example").post(path).then().statusCode(403);
        }
    }

    @Test
    void operations_are_done_where_no_page_or_one_of_ours_sends_them() {
        URI we = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
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
