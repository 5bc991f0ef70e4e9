package dev.muster.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpanSenderTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.000000006Z");

    private static TraceSpan span(int number) {
        return new TraceSpan(
                TraceContext.inRun("r", "span " + number),
                "00f067aa0ba902b7",
                TraceSpan.Kind.CLIENT,
                "call",
                START,
                START.plusNanos(7),
                Map.of("muster.step", "a"),
                "it failed");
    }

    @Test
    void spans_arrive_in_the_form_that_collectors_read() throws IOException {
        List<JsonNode> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            URI endpoint =
                    URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/");
            try (SpanSender sender = new SpanSender(endpoint, Map.of("service.name", "muster"))) {
                for (int i = 0; i < 1_000; i++) {
                    sender.add(span(i));
                }
            }
        } finally {
            collector.stop(0);
        }

        assertThat(received.stream()
                        .mapToInt(one ->
                                one.at("/resourceSpans/0/scopeSpans/0/spans").size())
                        .sum())
                .isEqualTo(1_000);
        JsonNode first = received.getFirst();
        assertThat(first.at("/resourceSpans/0/resource/attributes/0").toString())
                .isEqualTo("{\"key\":\"service.name\",\"value\":{\"stringValue\":\"muster\"}}");
        assertThat(first.at("/resourceSpans/0/scopeSpans/0/spans/0").toString())
                .isEqualTo("{\"traceId\":\"%s\",\"spanId\":\"%s\","
                                .formatted(
                                        span(0).context().trace(),
                                        span(0).context().span())
                        + "\"parentSpanId\":\"00f067aa0ba902b7\",\"name\":\"call\",\"kind\":3,"
                        + "\"startTimeUnixNano\":\"1767323045000000006\",\"endTimeUnixNano\":\"1767323045000000013\","
                        + "\"attributes\":[{\"key\":\"muster.step\",\"value\":{\"stringValue\":\"a\"}}],"
                        + "\"status\":{\"code\":2,\"message\":\"it failed\"}}");
    }

    @Test
    void collector_that_is_away_holds_nobody_up() {
        long begin = System.nanoTime();
        try (SpanSender sender = new SpanSender(URI.create("http://127.0.0.1:1"), Map.of())) {
            for (int i = 0; i < 100_000; i++) {
                sender.add(span(i));
            }
        }

        assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
    }

    @Test
    void failure_of_any_kind_costs_the_spans_of_the_moment_and_no_others() throws IOException, InterruptedException {
        AtomicInteger arrived = new AtomicInteger();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            exchange.getRequestBody().readAllBytes();
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        CountDownLatch failed = new CountDownLatch(1);
        Map<String, String> resource = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                if (failed.getCount() > 0) {
                    failed.countDown();
                    throw new IllegalStateException("Not now.");
                }
                return Set.of();
            }
        };
        try (SpanSender sender = new SpanSender(
                URI.create("http://127.0.0.1:" + collector.getAddress().getPort()), resource)) {
            sender.add(span(1));
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
            sender.add(span(2));
        } finally {
            collector.stop(1);
        }
        assertThat(arrived).hasValue(1);
    }
}
