package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class OverloadTest {
    private static Response plan() {
        return given().contentType(ContentType.JSON)
                .body("{\"description\": \"Add an endpoint for invoices\"}")
                .post("/api/plans");
    }

    /** A request whose body does not come. */
    private static Socket unfinished() throws IOException {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head =
                "POST /api/plans HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                        .formatted(address.getAuthority());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Whether a plan is answered like that before long: what a socket does is seen a little later. */
    private static boolean becomes(int status) {
        return IntStream.range(0, 200).anyMatch(_ -> plan().statusCode() == status);
    }

    @Test
    void requests_beyond_what_the_server_can_hold_are_turned_away_until_others_end() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < Overload.MOST_AT_ONCE + 5; i++) {
                open.add(unfinished());
            }
            assertThat(becomes(503)).isTrue();

            plan().then()
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("urn:problem-type:muster:busy"));
            when().get("/api/plans").then().statusCode(200);
            when().get("/q/health/live").then().statusCode(200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        assertThat(becomes(201)).isTrue();
    }
}
