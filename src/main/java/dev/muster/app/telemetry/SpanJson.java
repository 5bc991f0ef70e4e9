package dev.muster.app.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Spans as an ExportTraceServiceRequest of OTLP in its JSON encoding. */
final class SpanJson {
    private static final int STATUS_ERROR = 2;

    private SpanJson() {}

    static ObjectNode request(Map<String, String> resource, List<TraceSpan> spans) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode ours = request.putArray("resourceSpans").addObject();
        attributes(ours.putObject("resource").putArray("attributes"), resource);
        ObjectNode scope = ours.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "dev.muster");
        ArrayNode array = scope.putArray("spans");
        spans.forEach(span -> add(array.addObject(), span));
        return request;
    }

    private static void add(ObjectNode node, TraceSpan span) {
        node.put("traceId", span.context().trace());
        node.put("spanId", span.context().span());
        if (span.parent() != null) {
            node.put("parentSpanId", span.parent());
        }
        node.put("name", span.name());
        node.put("kind", span.kind().number());
        node.put("startTimeUnixNano", nanos(span.start()));
        node.put("endTimeUnixNano", nanos(span.end()));
        attributes(node.putArray("attributes"), span.attributes());
        if (span.error() != null) {
            node.putObject("status").put("code", STATUS_ERROR).put("message", span.error());
        }
    }

    private static void attributes(ArrayNode array, Map<String, String> attributes) {
        attributes.forEach((key, value) ->
                array.addObject().put("key", key).putObject("value").put("stringValue", value));
    }

    /** As text: JSON's numbers are too small for them. */
    private static String nanos(Instant time) {
        return Long.toString(TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano());
    }
}
