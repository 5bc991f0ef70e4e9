package dev.muster.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.TempData;
import dev.muster.api.AccessTest;
import dev.muster.api.Raw;
import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers whose requests do not end: nobody else waits for them. */
@QuarkusTest
@TestProfile(AccessTest.Asking.class)
@WithTestResource(TempData.class)
class SlowCallersTest {
    private static final String TASK = "{\"description\": \"Add an endpoint that lists refunds\"}";

    @Inject
    @SuppressWarnings("NullAway.Init") // set by the test's container
    Keys keys;

    private String key(String name) {
        return keys.issue(name, Set.of(AccessRole.SUBMITTER)).text();
    }

    /** The beginning of a request to make a plan. */
    private static Socket begun(String text) throws IOException {
        Socket socket = Raw.connect();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String head(String key) {
        return """
                POST /api/plans HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 1000\r
                \r
                {"descr""".formatted(Raw.server().getAuthority(), key);
    }

    private static Raw.Answer plan(String key) {
        return Raw.send(
                "POST", "/api/plans", List.of("Content-Type: application/json", "Authorization: Bearer " + key), TASK);
    }

    @Test
    void requests_of_one_key_that_do_not_end_keep_nobody_else_from_anything() throws IOException {
        String slow = key("slow");
        String other = key("other");
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 110; i++) {
                open.add(begun(head(slow)));
                if (i % 10 == 0) {
                    assertThat(plan(other).status()).isEqualTo(201);
                }
            }
            Raw.Answer refused = plan(slow);
            for (int i = 0; i < 100 && refused.status() == 201; i++) {
                open.add(begun(head(slow)));
                refused = plan(slow);
            }

            assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
            assertThat(refused.type()).endsWith(":your-share");
            assertThat(refused.head()).containsIgnoringCase("Retry-After: 1");
            assertThat(plan(other).status()).isEqualTo(201);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void body_that_does_not_come_is_not_waited_for() throws IOException {
        try (Socket begun = begun(head(key("slow-once")))) {
            begun.setSoTimeout((int) Arrival.LONGEST.plusSeconds(20).toMillis());

            Raw.Answer told = Raw.read(begun);

            assertThat(told.status()).as(told.toString()).isEqualTo(408);
            assertThat(told.type()).endsWith(":broken-off");
        }
    }

    @Test
    void requests_of_nobody_are_refused_before_their_body_comes() throws IOException {
        try (Socket begun = begun(head("none"))) {
            begun.setSoTimeout(10_000);

            assertThat(new String(begun.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        }
    }
}
