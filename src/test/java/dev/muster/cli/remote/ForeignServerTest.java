package dev.muster.cli.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.runs.Signature;
import dev.muster.run.event.Proof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers at the address of a server, says 200, and is not Muster: no command takes that for done, or fails over it. */
class ForeignServerTest {
    private static final Signature ANN = new Signature("ann", "so", Proof.NONE);

    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "7", "hello", "{\"ok\": true}", "{\"run\": null, \"id\": null}"})
    void answer_of_another_program_is_told_as_that(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        RestMuster server = new RestMuster(
                URI.create("http://127.0.0.1:" + http.getAddress().getPort()), null);
        RestRuns runs = new RestRuns(server);
        List<ThrowingCallable> asked = List.of(
                () -> server.find("p"),
                () -> server.answer("p", Map.of("q", "a")),
                () -> server.plans(1, null),
                () -> server.why("p", "x"),
                () -> runs.find("r"),
                () -> runs.list(1, null),
                () -> runs.inbox(null, 1),
                () -> runs.override("r", "s", "g", ANN),
                () -> runs.report("r"),
                () -> runs.audit("r", null));
        for (ThrowingCallable one : asked) {
            assertThatThrownBy(one).isInstanceOf(Refusal.class).hasMessageContaining("not as Muster does");
        }
    }
}
