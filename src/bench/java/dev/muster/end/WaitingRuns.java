package dev.muster.end;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server needs for a thousand runs that wait for people: the whole process, as the kernel counts it, and the time of the inbox.
 * Linux only.
 *
 * <p>Arguments: the program, {@code ./muster} unless told otherwise; it has to be built.
 */
public final class WaitingRuns {
    private static final int RUNS = 1000;
    private static final int FIRST = 10;
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final long pid;
    private final String address;

    private WaitingRuns(long pid, String address) {
        this.pid = pid;
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("waiting-runs");
        Files.writeString(data.resolve("operator.yaml"), "agents:\n  - {pack: '*', agent: '*', executor: person}\n");
        List<String> command = new ArrayList<>(List.of(arguments));
        if (command.isEmpty()) {
            command.add(Path.of("muster").toAbsolutePath().toString());
        }
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = server.inputReader()) {
            WaitingRuns load = new WaitingRuns(server.pid(), address(lines));
            Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
            load.measure();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static String address(BufferedReader lines) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new IllegalStateException("The server did not start: " + said);
    }

    private void measure() throws Exception {
        tell("serving");
        String plan = post("/api/plans", "{\"description\": \"Add an endpoint that lists refunds\"}")
                .get("id")
                .asText();
        start(plan, FIRST);
        tell(FIRST + " runs wait");
        long from = System.nanoTime();
        start(plan, RUNS - FIRST);
        double seconds = (System.nanoTime() - from) / 1e9;
        tell(RUNS + " runs wait");
        from = System.nanoTime();
        int entries = get("/api/inbox?limit=" + RUNS).get("entries").size();
        System.out.printf(
                Locale.ROOT, "the inbox with %d entries took %.2f s%n", entries, (System.nanoTime() - from) / 1e9);
        LockSupport.parkNanos(30_000_000_000L);
        tell("30 seconds later");
        System.out.printf(Locale.ROOT, "%d runs were started in %.1f s%n", RUNS - FIRST, seconds);
    }

    /** Starts runs and sees that each waits for somebody. */
    private void start(String plan, int runs) throws Exception {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            started.add(post("/api/plans/" + plan + "/runs", "{\"as\": \"ann\"}")
                    .at("/run/run/id")
                    .asText());
        }
        for (String run : started) {
            while (!get("/api/runs/" + run).at("/run/status").asText().equals("waiting")) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void tell(String when) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%-20s %4d MB resident (at most %d MB), %d threads%n",
                when,
                status("VmRSS") / 1024,
                status("VmHWM") / 1024,
                status("Threads"));
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private static JsonNode send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
