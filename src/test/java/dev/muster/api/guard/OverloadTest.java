package dev.muster.api.guard;

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
import java.net.SocketTimeoutException;
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

    /** Whether a request is answered though its body has not come: so is one that is turned away. */
    private static boolean isTurnedAway(Socket request) throws IOException {
        request.setSoTimeout(500);
        try {
            byte[] answer = request.getInputStream().readNBytes("HTTP/1.1 503".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("HTTP/1.1 503");
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    void requests_beyond_what_the_server_can_hold_are_turned_away_until_others_end() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            while (open.size() < Overload.MOST_ARRIVING) {
                open.add(unfinished());
            }
            do {
                open.add(unfinished());
                assertThat(open).hasSizeLessThan(2 * Overload.MOST_ARRIVING);
            } while (!isTurnedAway(open.getLast()));

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
        assertThat(IntStream.range(0, 200).anyMatch(_ -> plan().statusCode() == 201))
                .isTrue();
    }
}
