package dev.muster.app.telemetry;

import dev.muster.app.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends spans to a collector by OTLP over HTTP, some at a time, beside the work. Where the collector is away or too slow, spans are
 * dropped: nothing waits for it.
 */
final class SpanSender implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SpanSender.class);
    private static final int MOST_WAITING = 4_096;
    private static final int MOST_AT_ONCE = 512;
    private static final Duration GATHERING = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AT_THE_END = Duration.ofSeconds(2);

    private final URI address;
    private final Map<String, String> resource;
    private final BlockingQueue<TraceSpan> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean ending;
    private boolean failing;

    /** @param endpoint of the collector, to which the path of traces is added */
    SpanSender(URI endpoint, Map<String, String> resource) {
        this.address = URI.create(endpoint.toString().replaceFirst("/$", "") + "/v1/traces");
        this.resource = resource;
        this.thread = Thread.ofPlatform().daemon().name("traces").start(this::send);
    }

    void add(TraceSpan span) {
        if (!waiting.offer(span)) {
            LOG.debug("A span is dropped: too many wait for the collector.");
        }
    }

    private void send() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            while (!ending || !waiting.isEmpty()) {
                sendSome(http);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with some spans, the next ones are sent again. */
    private void sendSome(HttpClient http) throws InterruptedException {
        try {
            send(http, gather());
        } catch (RuntimeException | Error e) {
            told(e.toString());
        }
    }

    /** Waits for a first one, and then a little for more. */
    private List<TraceSpan> gather() throws InterruptedException {
        List<TraceSpan> spans = new ArrayList<>();
        TraceSpan first = waiting.poll(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return spans;
        }
        spans.add(first);
        long until = System.nanoTime() + GATHERING.toNanos();
        for (long left = GATHERING.toNanos();
                spans.size() < MOST_AT_ONCE && left > 0;
                left = until - System.nanoTime()) {
            TraceSpan next = ending ? waiting.poll() : waiting.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            spans.add(next);
        }
        return spans;
    }

    private void send(HttpClient http, List<TraceSpan> spans) throws InterruptedException {
        if (spans.isEmpty()) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.line(SpanJson.request(resource, spans))))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            told(answer.statusCode() / 100 == 2 ? "" : "it answers " + answer.statusCode());
        } catch (IOException e) {
            told(e.toString());
        }
    }

    /** Once when it begins to fail, and once when it works again. */
    private void told(String trouble) {
        if (failing == trouble.isEmpty()) {
            failing = !failing;
            if (failing) {
                LOG.warnf("Traces are lost: %s cannot be reached (%s).", address, trouble);
            } else {
                LOG.warnf("Traces reach %s again.", address);
            }
        }
    }

    /** Sends what is waiting, as long as a process that is told to stop can wait. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join(AT_THE_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
