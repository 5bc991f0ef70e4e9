package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.api.Operations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody sends to whichever operation: it is their fault, they are told where, and nothing of the server's inside. What a
 * store takes for a value is the store's own, so whatever may come to one is walked over each.
 */
abstract class BadValuesBehaviour {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String INSIDE =
            "(?s).*(jdbc:|SQLITE|SQLException|org\\.postgresql|PSQLException|btree|select |insert |dev\\.muster\\.|java\\.|com\\.fasterxml|StreamRead|/tmp/|\\bat \\S+\\().*";

    static Raw.Answer send(Operation operation, String path, String body) {
        return operation.changes()
                ? Raw.json(operation.method(), path, body)
                : Raw.send(operation.method(), path, List.of(), "");
    }

    static void isTheirFault(Raw.Answer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer).isBetween(400, 499);
        assertThat(answer.isProblem()).as(what + ": " + answer).isTrue();
        assertThat(answer.body()).as(what).doesNotMatch(INSIDE);
    }

    static void isToldWhere(Raw.Answer answer, String what, String where) {
        isTheirFault(answer, what);
        assertThat(answer.status()).as(what + ": " + answer).isEqualTo(400);
        assertThat(answer.detail()).as(what).contains(where);
    }

    @Test
    void paths_that_are_no_text_are_refused_by_every_operation() throws IOException {
        for (Operation operation : Operations.all()) {
            for (String bad : List.of("%00", "a%00b", "%ff", "%ed%a0%80", "%zz", "%")) {
                String path = operation.path().contains("{")
                        ? operation.path().replaceAll("\\{[^}]*}", bad)
                        : operation.path() + "?" + bad + "=1";
                Raw.Answer answer = send(operation, path, "{}");
                if (bad.equals("%zz") || bad.equals("%")) {
                    // The framework refuses a broken escape itself, in fewer words.
                    assertThat(answer.status()).as(path + ": " + answer).isEqualTo(400);
                    assertThat(answer.body()).doesNotMatch(INSIDE);
                } else {
                    isTheirFault(answer, operation.method() + " " + path);
                }
            }
        }
    }

    @Test
    void paths_with_odd_texts_are_never_a_fault_of_the_server() throws IOException {
        List<String> odd =
                List.of("'", "%22%3B--", "%F0%9F%98%80", "x".repeat(3_000), "..%2F..%2Fetc", "%0A", "%5C", "-1");
        for (Operation operation : Operations.all()) {
            for (String text : odd) {
                String path = operation.path().replaceAll("\\{[^}]*}", text);
                Raw.Answer answer = send(operation, path, "{}");
                assertThat(answer.status())
                        .as(operation.method() + " " + path + ": " + answer)
                        .isBetween(200, 499);
                assertThat(answer.body()).doesNotMatch(INSIDE);
            }
        }
    }

    @Test
    void parameters_of_the_wrong_type_are_named() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(parameter -> {
                        String path = operation.somewhere() + "?" + parameter.name() + "=";
                        isToldWhere(send(operation, path + "a%00", "{}"), path, parameter.name());
                        boolean isNumber = parameter.type().equals("integer");
                        for (String bad : List.of("abc", "1.5", "true", "99999999999999999999")) {
                            Raw.Answer answer = send(operation, path + bad, "{}");
                            if (isNumber) {
                                isToldWhere(answer, path + bad, parameter.name());
                            } else {
                                assertThat(answer.status()).as(path + bad).isLessThan(500);
                            }
                        }
                    });
        }
    }

    @Test
    void texts_that_are_none_are_refused_in_every_field() throws IOException {
        for (Operation operation : Operations.all()) {
            operation.fields().forEach((field, type) -> {
                for (String bad : List.of("\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"")) {
                    String value =
                            type.equals("array") ? "[" + bad + "]" : type.equals("object") ? "{" + bad + ": 1}" : bad;
                    String body = body(field, value);
                    Raw.Answer answer = send(operation, operation.somewhere(), body);
                    // A name with half a character in it ends Jackson's reading; it tells the place.
                    String where = type.equals("object") && bad.contains("\\ud") ? "surrogate" : field;
                    isToldWhere(answer, operation.path() + " " + body, where);
                }
            });
        }
    }

    /** A body with one field, written as it is: {@code context.files} is inside of {@code context}. */
    static String body(String field, String value) {
        String body = value;
        String[] names = field.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            body = "{\"" + names[i] + "\": " + body + "}";
        }
        return body;
    }

    @Test
    void seed_that_is_no_number_is_told_so() {
        assertThat(Raw.json("POST", "/api/plans/" + plan() + "/runs", "{\"seed\": \"abc\"}")
                        .detail())
                .startsWith("The field \"seed\" must be a whole number");
    }

    @Test
    void workspace_that_is_not_there_is_the_callers_fault() throws IOException {
        Path gone = Files.createTempDirectory("gone");
        Files.delete(gone);
        for (String bad : List.of(gone.toString(), "no/such/folder", "x".repeat(5_000))) {
            Raw.Answer answer =
                    Raw.json("POST", "/api/plans/" + plan() + "/runs", body("workspace", "\"" + bad + "\""));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.type()).endsWith(":no-such-workspace");
        }
    }

    @Test
    void answers_to_one_plan_at_the_same_time_make_one_version_and_the_others_are_told() {
        JsonNode plan = Raw.json(
                        "POST",
                        "/api/plans",
                        "{\"description\": \"Add an export of invoices\", \"pack\": \"feature-delivery\"}")
                .json();
        JsonNode question = plan.at("/questions/0");
        assertThat(question.isMissingNode()).as(plan.toString()).isFalse();
        String answer = question.has("choices") ? question.at("/choices/0").asText() : "the billing module";
        ObjectNode body = JSON.createObjectNode();
        body.putObject("answers").put(question.get("id").asText(), answer);
        String path = "/api/plans/" + plan.get("id").asText() + "/answers";

        List<Integer> statuses;
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            statuses = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> Raw.json("POST", path, body.toString()).status(), callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    }

    private static String plan() {
        return Raw.json("POST", "/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}")
                .json()
                .get("id")
                .asText();
    }

    @Test
    void long_texts_are_kept_or_refused_by_every_operation() {
        String plan = plan();
        String run = Raw.json("POST", "/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}")
                .json()
                .at("/run/run/id")
                .asText();
        // Nothing that could be kept in fewer bytes: a store may hold less in an index than in a row.
        String text = new Random(1)
                .ints(6_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (Operation operation : operations()) {
            String path = operation.path().replace("{pack}", "backend");
            String there = path.startsWith("/api/plans") ? path.replace("{id}", plan) : path.replace("{id}", run);
            operation.fields().forEach((field, type) -> {
                if (type.equals("string")) {
                    Raw.Answer answer = send(operation, there, usual(operation, run, field, text));
                    String what = operation.method() + " " + there + " " + field + ": " + answer;
                    assertThat(answer.status()).as(what).isBetween(200, 499);
                    assertThat(answer.body()).as(what).doesNotMatch(INSIDE);
                    if (field.equals("ref")) {
                        assertThat(answer.status()).as(what).isEqualTo(201);
                    }
                }
            });
        }
    }

    private static List<Operation> operations() {
        try {
            return Operations.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body with all that an operation needs, and one field with a text. */
    private static String usual(Operation operation, String run, String field, String text) {
        ObjectNode body = JSON.createObjectNode();
        operation.fields().forEach((name, type) -> {
            switch (name.contains(".") ? "" : type) {
                case "string" -> body.put(name, name.equals("run") ? run : "word");
                case "integer" -> body.put(name, 1);
                default -> {}
            }
        });
        body.remove(List.of("pack", "waitSeconds", "workspace"));
        ObjectNode at = body;
        String[] names = field.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        at.put(names[names.length - 1], text);
        return body.toString();
    }
}
