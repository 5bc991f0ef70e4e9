package dev.muster.app.telemetry;

import dev.muster.hash.Sha256;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of a trace, as the header {@code traceparent} of W3C's Trace Context names it. Those of runs follow from the run's own
 * ids, so that every process which carries the run out, now or after a crash, speaks of the same trace.
 *
 * @param trace 32 hexadecimal digits
 * @param span 16 hexadecimal digits
 * @param sampled whether whoever began the trace wants it recorded
 */
public record TraceContext(String trace, String span, boolean sampled) {
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /** What a header says; null where it is none. */
    public static @Nullable TraceContext parse(@Nullable String header) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header);
        return matcher.matches()
                ? new TraceContext(
                        matcher.group(1), matcher.group(2), (Integer.parseInt(matcher.group(3), 16) & 1) == 1)
                : null;
    }

    static TraceContext ofRun(String runId) {
        return new TraceContext(hash("trace " + runId, TRACE_BYTES), hash("run " + runId, SPAN_BYTES), true);
    }

    /** Something in a run, by a name that nothing else in the run has. */
    static TraceContext inRun(String runId, String name) {
        return new TraceContext(ofRun(runId).trace, hash(runId + " " + name, SPAN_BYTES), true);
    }

    String header() {
        return "00-" + trace + "-" + span + (sampled ? "-01" : "-00");
    }

    private static String hash(String text, int bytes) {
        return Sha256.of(text).substring(0, 2 * bytes);
    }
}
