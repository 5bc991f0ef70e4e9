package dev.muster.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.TempData;
import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import dev.muster.app.config.DataFolder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server that asks who calls: every operation with every role and with none. */
@QuarkusTest
@TestProfile(AccessTest.Asking.class)
@WithTestResource(TempData.class)
public class AccessTest {
    private static final String ADMIN_KEY = "a key that an operator made up, long enough";
    private static final Path DOCUMENT = Path.of("docs/access.md");

    @Inject
    @SuppressWarnings("NullAway.Init") // set by the test's container
    Keys keys;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by the test's container
    DataFolder data;

    /** Asks on loopback too, and takes tokens of an issuer. */
    public static final class Asking implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "muster.auth",
                    "always",
                    "muster.admin-key",
                    ADMIN_KEY,
                    "muster.tokens.issuer",
                    Tokens.ISSUER,
                    "muster.tokens.keys",
                    Tokens.publicKeys().toString());
        }
    }

    /** The operations of the API, each with the role that it names. */
    private static Map<String, String> operations() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(when().get("/q/openapi?format=json").asString())
                .get("paths");
        Map<String, String> roles = new TreeMap<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> roles.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().at("/security/0/bearer/0").asText("none"))));
        return roles;
    }

    private static Response send(String operation, @Nullable String key) {
        String[] parts = operation.split(" ");
        RequestSpecification request = given().contentType(ContentType.JSON);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        String path = parts[1].replaceAll("\\{[^}]*}", "nothing");
        return parts[0].equals("GET") ? request.get(path) : request.body("{}").request(parts[0], path);
    }

    @Test
    void operations_with_every_role_let_in_whom_they_name() throws IOException {
        Map<String, String> operations = operations();

        assertThat(operations).isNotEmpty().doesNotContainValue("none");
        for (AccessRole role : AccessRole.values()) {
            String key = keys.issue("walks-as-" + role.word(), Set.of(role)).text();
            operations.forEach((operation, wanted) -> {
                int status = send(operation, key).statusCode();
                if (role.granted().contains(AccessRole.of(wanted))) {
                    assertThat(status).as(operation + " as " + role).isNotIn(401, 403);
                } else {
                    assertThat(status).as(operation + " as " + role).isEqualTo(403);
                }
            });
        }
    }

    @Test
    void operations_without_a_key_or_with_none_of_ours_are_refused() throws IOException {
        for (String operation : operations().keySet()) {
            send(operation, null)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", equalTo("urn:problem-type:muster:not-authenticated"));
            send(operation, "muster_0000000000_0000").then().statusCode(401);
            send(operation, "x").then().statusCode(401);
        }
    }

    @Test
    void workspace_that_the_operator_does_not_allow_is_refused_and_one_below_what_is_allowed_is_not()
            throws IOException {
        Path allowed = Files.createTempDirectory("allowed");
        Path operator = data.path().resolve("operator.yaml");
        Files.writeString(operator, "workspaces: [" + allowed + "]\n");
        try {
            String plan = as(AccessRole.SUBMITTER)
                    .body("{\"description\": \"Add an endpoint that lists refunds\"}")
                    .post("/api/plans")
                    .path("id");
            Path elsewhere = Files.createTempDirectory("elsewhere");
            start(plan, elsewhere)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("value", equalTo(elsewhere.toString()));
            start(plan, allowed.resolve("..").resolve(elsewhere.getFileName()))
                    .then()
                    .statusCode(403);
            start(plan, Files.createSymbolicLink(allowed.resolve("link"), elsewhere))
                    .then()
                    .statusCode(403);
            start(plan, Files.createDirectory(allowed.resolve("shop"))).then().statusCode(201);

            // Whether it is there is told to those alone who may use it.
            String there = start(plan, elsewhere).asString().replace(elsewhere.toString(), "PLACE");
            Path gone = elsewhere.resolveSibling("never-there");
            Response notThere = start(plan, gone);
            notThere.then().statusCode(403);
            assertThat(notThere.asString().replace(gone.toString(), "PLACE")).isEqualTo(there);
            start(plan, Path.of(allowed + "/link/never-there")).then().statusCode(403);
            start(plan, allowed.resolve("never-there"))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:problem-type:muster:no-such-workspace"));
        } finally {
            Files.delete(operator);
        }
    }

    private RequestSpecification as(AccessRole role) {
        String key = keys.issue("works-" + System.nanoTime(), Set.of(role)).text();
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
    }

    private Response start(String plan, Path workspace) {
        return as(AccessRole.SUBMITTER)
                .body("{\"workspace\": \"" + workspace + "\"}")
                .post("/api/plans/" + plan + "/runs");
    }

    @Test
    void document_names_the_role_of_each_operation() throws IOException {
        StringBuilder table = new StringBuilder("| Operation | Role |\n|---|---|\n");
        operations().forEach((operation, role) -> table.append("| `%s` | %s |\n".formatted(operation, role)));
        String document = Files.readString(DOCUMENT);
        String asItShouldBe = document.replaceFirst("\\| Operation \\| Role \\|\n(\\|.*\n)*", table.toString());
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, asItShouldBe);
        } else {
            assertThat(document).isEqualTo(asItShouldBe);
        }
    }

    @Test
    void key_that_was_revoked_is_none() {
        Keys.Issued issued = keys.issue("leaver", Set.of(AccessRole.VIEWER));
        send("GET /api/plans", issued.text()).then().statusCode(200);

        keys.revoke("leaver");

        send("GET /api/plans", issued.text()).then().statusCode(401);
        assertThat(keys.issue("leaver", Set.of(AccessRole.VIEWER)).key().id())
                .isNotEqualTo(issued.key().id());
    }

    @Test
    void key_is_kept_as_a_hash() {
        Keys.Issued issued = keys.issue("hashed", Set.of(AccessRole.VIEWER));

        String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);
        assertThat(secret).hasSize(64);
        assertThat(keys.list().toString()).contains("hashed").doesNotContain(secret);
        assertThat(Objects.requireNonNull(keys.verify(issued.text())).name()).isEqualTo("hashed");
        assertThat(keys.verify(issued.text() + "0")).isNull();
    }

    @Test
    void key_of_the_operator_may_do_everything() {
        send("GET /api/plans", ADMIN_KEY).then().statusCode(200);
    }

    @Test
    void token_of_the_issuer_has_the_roles_that_it_says() {
        send("GET /api/plans", Tokens.signed("alice", "viewer")).then().statusCode(200);
        send("POST /api/plans", Tokens.signed("alice", "viewer")).then().statusCode(403);
        send("GET /api/plans", Tokens.signed("alice", "stranger")).then().statusCode(403);
    }

    @Test
    void token_that_was_altered_or_is_of_another_issuer_or_old_is_none() {
        String token = Tokens.signed("alice", "viewer");
        String altered = token.replaceFirst("\\..*\\.", "." + Tokens.claims(Tokens.ISSUER, "alice", "admin", 60) + ".");

        send("GET /api/plans", altered).then().statusCode(401);
        send("GET /api/plans", Tokens.signed(Tokens.claims("https://elsewhere.example", "alice", "viewer", 60)))
                .then()
                .statusCode(401);
        send("GET /api/plans", Tokens.signed(Tokens.claims(Tokens.ISSUER, "alice", "viewer", -3_600)))
                .then()
                .statusCode(401);
    }

    @Test
    void metrics_are_for_those_who_may_see_plans() {
        send("GET /q/metrics", null).then().statusCode(401);
        for (AccessRole role : AccessRole.values()) {
            int expected = role.granted().contains(AccessRole.VIEWER) ? 200 : 403;
            String key = keys.issue("measures-as-" + role.word(), Set.of(role)).text();
            assertThat(send("GET /q/metrics", key).statusCode()).as(role.word()).isEqualTo(expected);
        }
    }

    @Test
    void health_asks_nobody() {
        when().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void answers_tell_browsers_to_show_them_and_nothing_else() {
        when().get("/api/plans")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }
}
