package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.OnDemand;
import dev.muster.app.SmallPack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks come in while the policy is edited every second, every fifth time into something that cannot be used: 10 seconds in every
 * build, 10 minutes by {@code ./muster test --all}.
 */
class LoadIT {
    private static final int SECONDS = OnDemand.size("load.seconds", 10, 600);
    private static final int CLIENTS = 4;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(50);
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(1);

    /** Until then a server is still taking what it needs. */
    private static final int WARM_AFTER_SECONDS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger written = new AtomicInteger(1);
    private final AtomicInteger served = new AtomicInteger(1);
    private final Map<String, JsonNode> contents = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();
    private final List<Long> kilobytes = new ArrayList<>();

    @Test
    void every_answer_is_of_one_version_none_is_lost_and_memory_stays_flat() throws Exception {
        SmallPack pack = SmallPack.in(folder);
        try (RunningServer server = RunningServer.start(Program.in(folder));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Policies are read for the first plan; an edit before that is none.
            plan(server.address());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(untilThen(end, BETWEEN_REQUESTS, () -> plan(server.address()))));
            }
            int edits = untilThen(end, BETWEEN_EDITS, () -> edit(pack, server)).call();
            int answered = 1;
            for (Future<Integer> client : clients) {
                answered += client.get();
            }
            System.out.printf(
                    "%d plans under %d edits in %d s, kilobytes by the second %s%n",
                    answered, edits, SECONDS, kilobytes);

            assertThat(edits).isGreaterThan(SECONDS / 3);
            assertThat(contents).hasSizeGreaterThan(edits / 3);
            assertThat(made).hasSize(answered).doesNotHaveDuplicates();
            assertThat(listed(server.address())).containsExactlyInAnyOrderElementsOf(made);
            assertThat(server.memoryIsKnown()).isEqualTo(!kilobytes.isEmpty());
            if (kilobytes.size() > 2 * WARM_AFTER_SECONDS) {
                long warm = most(kilobytes.subList(WARM_AFTER_SECONDS, kilobytes.size() / 2));
                assertThat(most(kilobytes.subList(kilobytes.size() / 2, kilobytes.size())))
                        .as("kilobytes in memory in the second half, at most %d in the first: %s", warm, kilobytes)
                        .isLessThan(warm + warm / 10);
            }
        }
    }

    private interface Step {
        void take() throws Exception;
    }

    /** Takes a step again and again, with a pause; how many it took. */
    private static Callable<Integer> untilThen(long end, Duration between, Step step) {
        return () -> {
            int steps = 0;
            for (long next = System.nanoTime(); next < end; next += between.toNanos()) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                step.take();
                steps++;
            }
            return steps;
        };
    }

    private void plan(String address) throws Exception {
        int atLeast = served.get();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/plans"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"description\": \"Work\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        ObjectNode plan = (ObjectNode) JSON.readTree(answer.body());
        made.add(plan.remove("id").asText());
        plan.remove("createdAt");
        assertThat(edition(plan)).isBetween(atLeast, written.get());
        JsonNode same = contents.putIfAbsent(plan.at("/pack/version").asText(), plan);
        assertThat(plan).isEqualTo(same == null ? plan : same);
    }

    private static int edition(JsonNode plan) {
        return Integer.parseInt(plan.at("/risks/0/text").asText().replace("The table of edition ", ""));
    }

    /** Writes an edition and waits until the server tells that it serves it, or why not. */
    private void edit(SmallPack pack, RunningServer server) throws Exception {
        if (server.memoryIsKnown()) {
            kilobytes.add(server.kilobytes());
        }
        int edition = written.incrementAndGet();
        if (edition % 5 == 0) {
            SmallPack.write(pack.file("work.drl"), "rule \"cut in ha");
            server.awaitLine("small stays at");
            pack.rule(1);
        }
        pack.table(edition);
        server.awaitLine("changed rules/small/risks.csv");
        served.set(edition);
    }

    private List<String> listed(String address) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String page = "/api/plans?limit=200"; !page.isEmpty(); ) {
            JsonNode list = JSON.readTree(
                    http.send(HttpRequest.newBuilder(URI.create(address + page)).build(), BodyHandlers.ofString())
                            .body());
            list.get("plans").forEach(plan -> ids.add(plan.get("id").asText()));
            page = list.path("next").asText("");
        }
        return ids;
    }

    private static long most(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
