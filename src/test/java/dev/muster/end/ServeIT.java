package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://(?:127\\.0\\.0\\.1|localhost):\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Program muster;
    private @Nullable Process server;

    @BeforeEach
    void setUp() {
        muster = Program.in(folder);
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void server_plans_over_rest_and_is_ready() throws Exception {
        String address = serve();

        HttpResponse<String> made = post(address, "{\"description\": \"Add an endpoint for invoices\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        String found = made.headers().firstValue("Location").orElseThrow();
        assertThat(get(found, "application/json").body()).isEqualTo(made.body());
        assertThat(get(found, "text/markdown").body()).startsWith("# Add an endpoint");
        assertThat(get(found, "text/vnd.mermaid").body()).contains("flowchart");
        assertThat(get(address + "/api/agents", "*/*").body()).contains("nestjs-api-master");
        assertThat(get(address + "/api/policies", "*/*").body()).contains("\"state\":\"ready\"");
        assertThat(get(address + "/q/health/ready", "*/*").body())
                .contains("backend")
                .contains("UP");
        assertThat(get(address + "/q/openapi", "*/*").body()).contains("/api/plans/{id}");
        HttpResponse<String> refused = post(address, "{\"descripton\": 1}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:problem-type:muster:unknown-field");
    }

    @Test
    void address_to_listen_on_is_taken_from_the_environment() throws Exception {
        muster = muster.with("MUSTER_HOST", "localhost");

        assertThat(get(serve() + "/api/agents", "*/*").statusCode()).isEqualTo(200);
        server().destroyForcibly().waitFor();
        Program.Ended elsewhere = muster.with("MUSTER_ADMIN_KEY", "long enough not to be guessed at all")
                .run("serve", "--host", "192.0.2.1", "--port=0");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.err()).contains("192.0.2.1").doesNotContain("Exception");
        Program.Ended open = muster.run("serve", "--host", "0.0.0.0", "--port=0");
        assertThat(open.exitCode()).isEqualTo(2);
        assertThat(open.err()).contains("would let everybody").contains("muster keys new");
    }

    @Test
    void wrong_settings_stop_the_start_and_are_told_all_at_once() {
        Program.Ended ended = muster.with("MUSTER_RULES", "nowhere")
                .with("MUSTER_AUTH", "never")
                .with("MUSTER_PROT", "1")
                .with("MUSTER_TOKENS_ISSUER", "https://issuer.example")
                .run("serve", "--port", "70000");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("""
                MUSTER_RULES: "nowhere" is no folder that is there. Name a folder that is there.
                --port: "70000" is no port. Write a number from 0 to 65535; 0 takes any port that is free.
                MUSTER_AUTH: "never" is none of what it can be. Write elsewhere or always.
                MUSTER_TOKENS_ISSUER: It says nothing without MUSTER_TOKENS_KEYS. Set that as well, or neither.
                MUSTER_PROT: There is no such setting. Did you mean MUSTER_PORT?
                muster: 5 settings are wrong, so nothing was started.
                docs/configuration.md says what each can be.
                """);
        assertThat(muster.with("MUSTER_PORT", "eighty").run("plan", "x").exitCode())
                .isEqualTo(2);
    }

    @Test
    void commands_ask_the_server_that_has_their_data_folder() throws Exception {
        String address = serve();

        Program.Ended planned = muster.run("plan", "Add an endpoint for invoices", "--format=json");

        assertThat(planned.err()).isEmpty();
        assertThat(planned.exitCode()).isZero();
        String id = JSON.readTree(planned.out()).get("id").asText();
        assertThat(get(address + "/api/plans/" + id, "*/*").statusCode()).isEqualTo(200);
        assertThat(muster.run("plans").out()).startsWith(id);
        assertThat(muster.run("show", id).out()).startsWith("# Add an endpoint");
        assertThat(muster.run("plan", "--pack=backnd", "x").exitCode()).isEqualTo(2);
        assertThat(Program.in(Files.createDirectory(folder.resolve("elsewhere")))
                        .run("plans", "--server", address)
                        .out())
                .startsWith(id);
    }

    @Test
    void second_server_of_a_data_folder_is_refused_with_the_address_of_the_first() throws Exception {
        String address = serve();

        Program.Ended second = muster.run("serve", "--port=0");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains(address).doesNotContain("Exception");
    }

    @Test
    void taken_port_is_told_in_plain_words() throws Exception {
        String address = serve();

        Program.Ended second = muster.with(
                        "MUSTER_DATA", folder.resolve("other").toString())
                .run("serve", "--port", String.valueOf(URI.create(address).getPort()));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("is taken by another program").doesNotContain("Exception");
    }

    @Test
    void plans_survive_a_kill_and_the_next_server_takes_over() throws Exception {
        HttpResponse<String> made = post(serve(), "{\"description\": \"Add an endpoint for invoices\"}");
        server().destroyForcibly().waitFor();

        String id = JSON.readTree(made.body()).get("id").asText();
        assertThat(muster.run("plans").out()).startsWith(id);
        assertThat(get(serve() + "/api/plans/" + id, "*/*").body()).isEqualTo(made.body());
        assertThat(folder.resolve("data"))
                .isDirectoryNotContaining("glob:**.tmp")
                .satisfies(data -> assertThat(libraries(data)).hasSizeLessThan(2));
    }

    @Test
    void log_is_json_with_the_ids_of_request_plan_and_run_where_that_is_wished() throws Exception {
        muster = muster.with("MUSTER_LOG", "json").with("MUSTER_LOG_LEVEL", "INFO");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  nobody: {kind: command, command: [no-such-program], prompt: stdin, result: text}
                agents:
                  - {executor: nobody}
                """);
        String address = serve();

        HttpResponse<String> made = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/plans"))
                        .header("Content-Type", "application/json")
                        .header("X-Request-ID", "from-the-caller.1")
                        .POST(BodyPublishers.ofString("{\"description\": \"Add an endpoint for invoices\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(made.headers().firstValue("X-Request-ID")).contains("from-the-caller.1");
        String plan = JSON.readTree(made.body()).get("id").asText();
        JsonNode planned = logged("Planned by");
        assertThat(planned.at("/level").asText()).isEqualTo("INFO");
        assertThat(planned.at("/mdc/request").asText()).isEqualTo("from-the-caller.1");
        assertThat(planned.at("/mdc/plan").asText()).isEqualTo(plan);
        HttpResponse<String> started = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/plans/" + plan + "/runs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"as\": \"ann\"}"))
                        .build(),
                BodyHandlers.ofString());
        String run = JSON.readTree(started.body()).at("/run/run/id").asText();
        JsonNode ended = logged("has ended: infrastructure");
        assertThat(ended.at("/mdc/run").asText()).isEqualTo(run);
        assertThat(ended.at("/mdc/plan").asText()).isEqualTo(plan);
        assertThat(ended.at("/mdc/step").asText()).isNotEmpty();
    }

    /** The next line of the log with such a message; each line is JSON. */
    private JsonNode logged(String message) throws IOException {
        BufferedReader err = server().errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            JsonNode entry = JSON.readTree(line);
            if (entry.get("message").asText().contains(message)) {
                return entry;
            }
        }
        throw new AssertionError("Nothing was logged with: " + message);
    }

    @Test
    void server_whose_store_is_gone_is_not_ready_and_says_what_is_the_matter() throws Exception {
        String address = serve();
        assertThat(get(address + "/q/health/ready", "*/*").statusCode()).isEqualTo(200);
        assertThat(get(address + "/q/metrics", "*/*").body()).contains("muster_store_reachable 1.0");

        Files.delete(folder.resolve("data/muster.db"));

        HttpResponse<String> ready = get(address + "/q/health/ready", "*/*");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("its file is gone").contains("since");
        assertThat(get(address + "/q/health/live", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void server_ends_when_it_is_told_to_and_leaves_the_folder_free() throws Exception {
        serve();
        server().destroy();

        assertThat(server().waitFor()).isEqualTo(143);
        assertThat(muster.run("plan", "Add an endpoint").err()).isEmpty();
    }

    private String serve() throws IOException {
        server = muster.start("serve", "--port", "0");
        BufferedReader err = server.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new AssertionError("The server ended with " + server);
    }

    private Process server() {
        return Objects.requireNonNull(server);
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/plans"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<Path> libraries(Path data) {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith("sqlitejdbc.so"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
