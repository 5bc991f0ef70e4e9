package dev.muster.app.telemetry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that took time.
 *
 * @param parent the id of the span that it is part of
 * @param error what went wrong; null where nothing did
 */
record TraceSpan(
        TraceContext context,
        @Nullable String parent,
        Kind kind,
        String name,
        Instant start,
        Instant end,
        Map<String, String> attributes,
        @Nullable String error) {
    TraceSpan {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** On which side of a call it is, by OpenTelemetry's numbers. */
    enum Kind {
        INTERNAL(1),
        SERVER(2),
        CLIENT(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
