package dev.muster.app.telemetry;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.config.MusterConfig.LogForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.MDC;

/**
 * What a log line is about: fields that it has beside its text. JSON has each by its name; text has those that are there in
 * brackets.
 */
@ApplicationScoped
public class LogFields {
    public static final String REQUEST = "request";
    static final String PLAN = "plan";
    static final String RUN = "run";
    static final String STEP = "step";

    /** All of them as one text, for the format of text. */
    private static final String WHERE = "where";

    private final boolean text;

    LogFields(MusterConfig config) {
        this.text = config.log() == LogForm.TEXT;
    }

    /** Puts fields onto all that is logged until it is closed. */
    Scope with(Map<String, String> fields) {
        Map<String, Object> before = new LinkedHashMap<>();
        fields.keySet().forEach(name -> before.put(name, Objects.requireNonNullElse(MDC.get(name), "")));
        fields.forEach(this::put);
        return () -> before.forEach((name, value) -> put(name, value.toString()));
    }

    /** Puts one onto all that is logged for this request, or in this thread; nothing takes it away. */
    public void put(String name, String value) {
        if (value.isEmpty()) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
        if (text) {
            where();
        }
    }

    private static void where() {
        String fields = Stream.of(REQUEST, PLAN, RUN, STEP)
                .filter(name -> MDC.get(name) != null)
                .map(name -> name + " " + MDC.get(name))
                .collect(Collectors.joining(", "));
        if (fields.isEmpty()) {
            MDC.remove(WHERE);
        } else {
            MDC.put(WHERE, " [" + fields + "]");
        }
    }

    /** The time during which fields are there. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
