package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.TempData;
import dev.muster.api.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class BadValuesTest extends BadValuesBehaviour {
    private static final Map<String, String> JSON_OF_TYPES = Map.of(
            "string", "\"abc\"",
            "integer", "7",
            "boolean", "true",
            "array", "[7]",
            "object", "{\"a\": {}}");

    @Test
    void bodies_that_are_no_object_are_refused_by_every_operation_that_takes_one() throws IOException {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        for (Operation operation : Operations.all()) {
            if (operation.fields().isEmpty()) {
                continue;
            }
            for (String bad : List.of(
                    "[]", "5", "\"x\"", "{", "{\"a\": }", "{\"zzz\": 1}", "{} {}", "{\"a\": 1, \"a\": 2}", deep)) {
                String what = operation.method() + " " + operation.path() + " "
                        + bad.substring(0, Math.min(30, bad.length()));
                isTheirFault(send(operation, operation.somewhere(), bad), what);
            }
        }
    }

    @Test
    void fields_of_the_wrong_type_are_named_by_every_operation() throws IOException {
        for (Operation operation : Operations.all()) {
            operation
                    .fields()
                    .forEach((field, type) -> JSON_OF_TYPES.forEach((other, value) -> {
                        if (!type.isEmpty() && !type.equals(other)) {
                            String body = body(field, value);
                            String name = field.substring(field.lastIndexOf('.') + 1);
                            isToldWhere(
                                    send(operation, operation.somewhere(), body), operation.path() + " " + body, name);
                        }
                    }));
        }
    }

    @Test
    void numbers_that_no_number_can_hold_are_refused_and_their_range_is_told() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.fields().forEach((field, type) -> {
                if (type.equals("integer")) {
                    for (String bad : List.of("99999999999999999999", "1.5", "1e400")) {
                        String body = body(field, bad);
                        isToldWhere(send(operation, operation.somewhere(), body), body, "a whole number from");
                    }
                }
            });
        }
    }

    @Test
    void headers_with_odd_values_are_never_a_fault_of_the_server() {
        for (String header : List.of(
                "Last-Event-ID",
                "Accept",
                "Authorization",
                "X-Request-ID",
                "traceparent",
                "Content-Length",
                "Content-Type")) {
            for (String value :
                    List.of("abc", "\u00e9", "Bearer \u0001", "a/b;q=x", "99999999999999999999", ";;;", "-5")) {
                for (String method : List.of("GET", "POST")) {
                    Raw.Answer answer =
                            Raw.send(method, "/api/runs/nothing/events", List.of(header + ": " + value), "");
                    assertThat(answer.status())
                            .as(header + ": " + value + ": " + answer)
                            .isBetween(200, 499);
                }
            }
        }
    }

    @Test
    void errors_of_the_machine_are_problems_with_an_id_and_nothing_else() {
        for (String error : List.of("memory", "stack", "state")) {
            Raw.Answer answer = Raw.send("GET", "/api/failing/" + error, List.of("X-Request-ID: who-asks"), "");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.type()).isEqualTo("urn:problem-type:muster:internal-error");
            assertThat(answer.json().get("advice").asText()).contains("who-asks");
            assertThat(answer.body()).doesNotMatch(INSIDE).doesNotContain("a secret of the inside");
        }
    }

    @Test
    void requests_for_no_host_are_refused_with_what_to_send() throws IOException {
        for (String host : List.of("", "Host: a b:99999999\r\n")) {
            try (Socket socket = Raw.connect()) {
                socket.getOutputStream()
                        .write(("GET /api/plans HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                isToldWhere(Raw.read(socket), "host: " + host, "host");
            }
        }
    }
}
