package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the packaged program at work. */
class BackupIT {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PLANS_BEFORE = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> servers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Program muster;

    @BeforeEach
    void program() throws IOException {
        muster = Program.in(folder);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  ann: {kind: person}
                agents:
                  - {executor: ann}
                """);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process server : servers) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void backup_under_load_restores_every_plan_and_its_runs_go_on() throws Exception {
        String address = serve(muster);
        String run = startRun(address, plan(address));
        List<String> before = new CopyOnWriteArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch loaded = new CountDownLatch(PLANS_BEFORE);
        Path file = folder.resolve("backup.zip");
        Program.Ended ended;
        List<String> first;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                threads.submit(() -> {
                    while (!enough.get()) {
                        before.add(plan(address));
                        loaded.countDown();
                    }
                    return null;
                });
            }
            loaded.await();
            first = List.copyOf(before);
            ended = muster.run("backup", file.toString());
            enough.set(true);
        }

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("backup.zip has ");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part") || name.endsWith(".db"));
        assertThat(before).hasSizeGreaterThan(first.size());

        Program other = muster.with("MUSTER_DATA", folder.resolve("other").toString());
        Program.Ended restored = other.run("restore", file.toString());
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("the records of 1 of 1 runs are sound");
        assertThat(folder.resolve("other/operator.yaml")).hasSameTextualContentAs(folder.resolve("data/operator.yaml"));
        String there = serve(other);
        for (String plan : first) {
            assertThat(get(there + "/api/plans/" + plan).body())
                    .isEqualTo(get(address + "/api/plans/" + plan).body());
            assertThat(JSON.readTree(get(there + "/api/plans/" + plan + "/replay")
                                    .body())
                            .toString())
                    .contains("\"same\":true");
        }
        JsonNode asked = JSON.readTree(get(there + "/api/inbox").body()).at("/entries/0");
        assertThat(asked.get("run").asText()).isEqualTo(run);
        assertThat(asked.get("kind").asText()).isEqualTo("work");
        HttpResponse<String> handedIn = post(there + "/api/runs/" + run + "/work", """
                {"key": "%s", "as": "ann", "report": {"result": {"status": "done", "summary": "did it"}}}""".formatted(
                        asked.get("id").asText()));
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(200);
        awaitAsked(there, run, asked.get("id").asText());
        assertThat(get(there + "/api/runs/" + run + "/audit").body()).contains("\"sound\":true");
    }

    /** Waits until the run asks for something else, which it does once the engine went on with it. */
    private void awaitAsked(String address, String run, String before) throws IOException, InterruptedException {
        long after = 0;
        while (true) {
            JsonNode asked =
                    JSON.readTree(get(address + "/api/inbox?run=" + run).body()).get("entries");
            if (!asked.isEmpty() && !asked.get(0).get("id").asText().equals(before)) {
                return;
            }
            JsonNode events = JSON.readTree(get(address + "/api/runs/%s/events?after=%d&wait=5".formatted(run, after))
                            .body())
                    .get("events");
            after = events.isEmpty()
                    ? after
                    : events.get(events.size() - 1).get("seq").asLong();
        }
    }

    @Test
    void restore_refuses_a_folder_that_is_not_empty_or_in_use_and_an_archive_that_is_damaged() throws Exception {
        Program.Ended nothing = muster.run("backup", folder.resolve("none.zip").toString());
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("There is nothing to back up");
        muster.run("plan", "Add an endpoint for invoices");
        Path file = folder.resolve("backup.zip");
        assertThat(muster.run("backup", file.toString()).exitCode()).isZero();
        assertThat(muster.run("backup", file.toString()).err()).contains("is there already");
        assertThat(muster.run("backup", folder.resolve("data/b.zip").toString()).err())
                .contains("is in the data folder itself");

        assertThat(muster.run("restore", file.toString()).err()).contains("is not empty");
        serve(muster);
        assertThat(muster.run("restore", file.toString()).err()).contains("Another server has the data folder");

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
        Program other = muster.with("MUSTER_DATA", folder.resolve("other").toString());
        Program.Ended refused = other.run("restore", damaged.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("is no backup that could be restored")
                .doesNotContain("Exception:");
        assertThat(other.run("restore", file.toString()).exitCode())
                .as("what was refused left nothing behind")
                .isZero();
    }

    @Test
    void database_of_its_own_is_left_to_its_own_backup() {
        Program.Ended ended = muster.with("MUSTER_DATABASE", "jdbc:postgresql://localhost:1/muster")
                .run("backup", folder.resolve("b.zip").toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("pg_dump").contains("operator.yaml");
    }

    private String serve(Program program) throws IOException {
        Process server = program.start("serve", "--port", "0");
        servers.add(server);
        BufferedReader err = server.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new AssertionError("The server ended with " + server);
    }

    private String plan(String address) throws IOException, InterruptedException {
        HttpResponse<String> made =
                post(address + "/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        return JSON.readTree(made.body()).get("id").asText();
    }

    private String startRun(String address, String plan) throws IOException, InterruptedException {
        HttpResponse<String> started = post(address + "/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        String run = JSON.readTree(started.body()).at("/run/run/id").asText();
        long after = 0;
        while (JSON.readTree(get(address + "/api/runs/" + run).body())
                .at("/run/status")
                .asText()
                .equals("running")) {
            JsonNode events = JSON.readTree(get(address + "/api/runs/%s/events?after=%d&wait=5".formatted(run, after))
                            .body())
                    .get("events");
            after = events.isEmpty()
                    ? after
                    : events.get(events.size() - 1).get("seq").asLong();
        }
        return run;
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
