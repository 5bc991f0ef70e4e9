package dev.muster.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.json.Json;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunRequest;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.Signature;
import dev.muster.app.runs.StartedRun;
import dev.muster.run.event.Logged;
import dev.muster.run.report.RunReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of a server elsewhere, which carries them out. */
public final class RestRuns implements Runs {
    private final RestMuster server;

    public RestRuns(RestMuster server) {
        this.server = server;
    }

    @RegisterForReflection
    record RunPage(List<RunSummary> runs) {}

    @RegisterForReflection
    record EventPage(List<EventLine> events) {}

    @RegisterForReflection
    record EventLine(long seq, Instant at, JsonNode event, String prevHash, String hash) {
        Logged logged() {
            return new Logged(seq, at, event.toString(), prevHash, hash);
        }
    }

    @RegisterForReflection
    record InboxPage(List<InboxEntry> entries) {}

    @Override
    public StartedRun start(RunRequest request) {
        Map<String, Object> body = new TreeMap<>(Map.of("rehearse", request.rehearse()));
        put(body, "as", named(request.by()));
        put(body, "workspace", request.workspace());
        put(body, "seed", request.seed());
        return post(Address.of("plans", request.plan(), "runs"), body, StartedRun.class);
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    @Override
    public RunView find(String runId) {
        return server.ask(server.request(run(runId)), RunView.class);
    }

    @Override
    public List<RunSummary> list(int limit, @Nullable String before) {
        Address runs = Address.of("runs").with("limit", limit).with("before", before);
        return server.ask(server.request(runs), RunPage.class).runs();
    }

    @Override
    public List<Logged> events(String runId, long after, int limit, Duration atMost) {
        Address events = run(runId, "events")
                .with("after", after)
                .with("limit", limit)
                .with("wait", Math.ceilDiv(atMost.toMillis(), 1_000));
        return server.ask(server.request(events), EventPage.class).events().stream()
                .map(EventLine::logged)
                .toList();
    }

    @Override
    public RunView answer(String runId, String askId, String answer, Signature signature) {
        return post(run(runId, "answers"), signed(signature, Map.of("ask", askId, "answer", answer)), RunView.class);
    }

    @Override
    public RunView override(String runId, String step, String gate, Signature signature) {
        return post(run(runId, "overrides"), signed(signature, Map.of("step", step, "gate", gate)), RunView.class);
    }

    @Override
    public RunView cancel(String runId, String by, String why) {
        return post(run(runId, "cancel"), signed(by, why, Map.of()), RunView.class);
    }

    @Override
    public RunView resume(String runId) {
        return post(run(runId, "resume"), Map.of(), RunView.class);
    }

    @Override
    public RunReport report(String runId) {
        return server.ask(server.request(run(runId, "report")), RunReport.class);
    }

    @Override
    public RunAudit audit(String runId, @Nullable String kept) {
        return server.ask(server.request(run(runId, "audit").with("kept", kept)), RunAudit.class);
    }

    @Override
    public List<InboxEntry> inbox(@Nullable String runId, int limit) {
        Address inbox = Address.of("inbox").with("limit", limit).with("run", runId);
        return server.ask(server.request(inbox), InboxPage.class).entries();
    }

    @Override
    public RunView handIn(String runId, String key, Signature signature, JsonNode report) {
        return post(run(runId, "work"), signed(signature, Map.of("key", key, "report", report)), RunView.class);
    }

    @Override
    public @Nullable ObjectNode claim(Claiming claiming) {
        throw workersCallTheServer();
    }

    @Override
    public void heartbeat(HeldWork held) {
        throw workersCallTheServer();
    }

    @Override
    public void progress(HeldWork held, String text) {
        throw workersCallTheServer();
    }

    @Override
    public void result(HeldWork held, JsonNode report) {
        throw workersCallTheServer();
    }

    private static UnsupportedOperationException workersCallTheServer() {
        return new UnsupportedOperationException(
                "Workers call the server over REST themselves; no command does it for them.");
    }

    private <T> T post(Address address, Map<String, ?> body, Class<T> type) {
        return server.ask(
                server.request(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.line(body))),
                type);
    }

    /** Whether it is a person the server sees by the key, and under which name where none is said. */
    private static Map<String, Object> signed(Signature signature, Map<String, ?> what) {
        return signed(signature.by(), signature.why(), what);
    }

    private static Map<String, Object> signed(String by, String why, Map<String, ?> what) {
        Map<String, Object> body = new TreeMap<>(what);
        put(body, "as", named(by));
        body.put("why", why);
        return body;
    }

    private static @Nullable String named(String by) {
        return by.isEmpty() ? null : by;
    }

    private static Address run(String runId, String... below) {
        return Address.of(
                Stream.concat(Stream.of("runs", runId), Arrays.stream(below)).toArray(String[]::new));
    }
}
