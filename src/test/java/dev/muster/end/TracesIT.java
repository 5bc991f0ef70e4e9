package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of the packaged program, from a request to the program that does the work. */
class TracesIT {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> arriving = new LinkedBlockingQueue<>();
    private final List<JsonNode> spans = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer collector;

    private @Nullable Process server;

    @BeforeEach
    void collector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            JSON.readTree(exchange.getRequestBody())
                    .at("/resourceSpans/0/scopeSpans/0/spans")
                    .forEach(arriving::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
        collector.stop(0);
    }

    @Test
    void request_planning_run_and_call_of_an_agent_are_one_after_the_other_in_their_traces() throws Exception {
        String address = serve(agent());

        String plan = JSON.readTree(post(
                        address + "/api/plans",
                        "{\"description\": \"Add an endpoint that lists refunds\"}",
                        "00-" + TRACE + "-" + CALLER + "-01"))
                .get("id")
                .asText();
        String run = JSON.readTree(post(address + "/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}", null))
                .at("/run/run/id")
                .asText();

        JsonNode request = span(one -> one.get("name").asText().equals("POST /api/plans"));
        assertThat(request.get("traceId").asText()).isEqualTo(TRACE);
        assertThat(request.get("parentSpanId").asText()).isEqualTo(CALLER);
        assertThat(request.get("kind").asInt()).isEqualTo(2);
        JsonNode planned = span(one -> one.get("name").asText().equals("plan"));
        assertThat(parent(planned)).isEqualTo(request);
        assertThat(attribute(planned, "muster.plan.id")).isEqualTo(plan);
        for (String stage : List.of("reading", "rules", "settling")) {
            assertThat(parent(span(one -> one.get("name").asText().equals(stage))))
                    .isEqualTo(planned);
        }

        JsonNode whole = span(one -> one.get("name").asText().equals("run"));
        assertThat(attribute(whole, "muster.run.id")).isEqualTo(run);
        assertThat(whole.has("parentSpanId")).isFalse();
        JsonNode call = span(one -> one.get("name").asText().equals("call"));
        JsonNode attempt = parent(call);
        assertThat(attempt.get("name").asText()).isEqualTo("attempt");
        assertThat(attribute(attempt, "muster.executor")).isEqualTo("builder");
        assertThat(parent(attempt)).isEqualTo(whole);
        assertThat(Files.readAllLines(folder.resolve("traceparents.txt")))
                .contains("00-" + call.get("traceId").asText() + "-"
                        + call.get("spanId").asText() + "-01");
    }

    @Test
    void request_that_its_caller_does_not_sample_is_not_traced() throws Exception {
        String address = serve("");

        post(address + "/api/plans", "{\"description\": \"one\"}", "00-" + TRACE + "-" + CALLER + "-00");
        post(address + "/api/plans", "{\"description\": \"two\"}", null);

        span(one -> one.get("name").asText().equals("POST /api/plans"));
        assertThat(spans).noneMatch(one -> one.get("traceId").asText().equals(TRACE));
    }

    /** A program that notes whose part it is. */
    private String agent() throws IOException {
        Path agent = Files.writeString(folder.resolve("Agent.java"), """
                import java.io.*;
                import java.nio.file.*;
                public class Agent {
                    public static void main(String[] arguments) throws IOException {
                        String prompt = new String(System.in.readAllBytes());
                        Files.writeString(Path.of(arguments[0]), System.getenv("TRACEPARENT") + "\\n",
                                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        System.out.println(prompt.contains("\\"verdict\\"")
                                ? "{\\"verdict\\": \\"pass\\", \\"summary\\": \\"looked at\\", \\"findings\\": []}"
                                : "{\\"status\\": \\"done\\", \\"summary\\": \\"did it\\"}");
                    }
                }
                """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return """
                executors:
                  builder: {kind: command, command: [%s, %s, %s], prompt: stdin, result: json}
                agents:
                  - {executor: builder}
                """.formatted(java, agent, folder.resolve("traceparents.txt"));
    }

    private String serve(String operator) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        if (!operator.isEmpty()) {
            Files.writeString(folder.resolve("data/operator.yaml"), operator);
        }
        server = Program.in(folder)
                .with(
                        "MUSTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + collector.getAddress().getPort())
                .start("serve", "--port", "0");
        BufferedReader err = server.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new AssertionError("The server ended with " + server);
    }

    private String post(String address, String body, @Nullable String traceparent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    /** The first such span; waits until it has arrived. */
    private JsonNode span(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            for (JsonNode span : spans) {
                if (wanted.test(span)) {
                    return span;
                }
            }
            spans.add(Objects.requireNonNull(arriving.poll(60, TimeUnit.SECONDS), () -> "Only these came: " + spans));
        }
    }

    private JsonNode parent(JsonNode span) throws InterruptedException {
        String id = span.get("parentSpanId").asText();
        return span(one -> one.get("spanId").asText().equals(id));
    }

    private static String attribute(JsonNode span, String key) {
        for (JsonNode attribute : span.get("attributes")) {
            if (attribute.get("key").asText().equals(key)) {
                return attribute.at("/value/stringValue").asText();
            }
        }
        throw new AssertionError("There is no " + key + " in " + span);
    }
}
