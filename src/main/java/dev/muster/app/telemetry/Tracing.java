package dev.muster.app.telemetry;

import dev.muster.app.config.MusterConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Traces, where the operator names a collector; else each of its methods does nothing. The span that a thread or request is in is
 * one of the fields of its log lines, so whoever has a line finds the trace.
 */
@ApplicationScoped
public class Tracing {
    private static final String TRACE = "trace";
    private static final String SPAN = "span";

    /** The caller wants no trace of this. */
    private static final String NONE = "none";

    private final @Nullable SpanSender sender;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final LogFields fields;

    Tracing(MusterConfig config, InstantSource clock, RandomGenerator random, LogFields fields) {
        this.clock = clock;
        this.random = random;
        this.fields = fields;
        this.sender = config.otlpEndpoint()
                .map(endpoint -> new SpanSender(endpoint, Map.of("service.name", "muster")))
                .orElse(null);
    }

    public boolean isOn() {
        return sender != null;
    }

    void atEnd(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
        if (sender != null) {
            sender.close();
        }
    }

    /** A span that has begun. Its end is told by whoever has it. */
    public final class Begun {
        private final TraceContext context;
        private final @Nullable String parent;
        private final TraceSpan.Kind kind;
        private final Instant start = clock.instant();
        private final long nanos = System.nanoTime();

        private Begun(TraceContext context, @Nullable String parent, TraceSpan.Kind kind) {
            this.context = context;
            this.parent = parent;
            this.kind = kind;
        }

        /** @param error what went wrong, or null */
        public void end(String name, Map<String, String> attributes, @Nullable String error) {
            Instant end = start.plusNanos(System.nanoTime() - nanos);
            add(new TraceSpan(context, parent, kind, name, start, end, attributes, error));
        }

        TraceContext context() {
            return context;
        }
    }

    /** A request comes in; null where it is not to be traced. What is done for it is part of it. */
    public @Nullable Begun request(@Nullable TraceContext caller) {
        if (!isOn()) {
            return null;
        }
        if (caller != null && !caller.sampled()) {
            fields.put(TRACE, NONE);
            return null;
        }
        Begun begun = begin(caller, TraceSpan.Kind.SERVER);
        fields.put(TRACE, begun.context.trace());
        fields.put(SPAN, begun.context.span());
        return begun;
    }

    /** Work that is part of what this thread does. */
    <T> T in(String name, Map<String, String> attributes, Supplier<T> work) {
        if (!isOn() || NONE.equals(MDC.get(TRACE))) {
            return work.get();
        }
        Begun begun = begin(current(), TraceSpan.Kind.INTERNAL);
        try (LogFields.Scope _ = fields.with(Map.of(TRACE, begun.context.trace(), SPAN, begun.context.span()))) {
            T result = work.get();
            begun.end(name, attributes, null);
            return result;
        } catch (RuntimeException e) {
            begun.end(name, attributes, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** A call whose span follows from its ids. */
    Begun call(TraceContext context, TraceContext parent) {
        return new Begun(context, parent.span(), TraceSpan.Kind.CLIENT);
    }

    void add(TraceSpan span) {
        if (sender != null) {
            sender.add(span);
        }
    }

    private Begun begin(@Nullable TraceContext parent, TraceSpan.Kind kind) {
        String span = HexFormat.of().toHexDigits(random.nextLong());
        String trace = parent == null
                ? HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong())
                : parent.trace();
        return new Begun(new TraceContext(trace, span, true), parent == null ? null : parent.span(), kind);
    }

    private static @Nullable TraceContext current() {
        Object trace = MDC.get(TRACE);
        Object span = MDC.get(SPAN);
        return trace == null || span == null ? null : new TraceContext(trace.toString(), span.toString(), true);
    }
}
