package dev.muster.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All that is measured beside what the framework measures of HTTP and the JVM. No label has a value for each plan or run. */
public enum Measure {
    PLANS(Kind.COUNT, "muster.plans", "Plans that were made", "pack", "status"),
    REFUSED(Kind.COUNT, "muster.plans.refused", "Tasks for which no plan was made", "reason"),
    PLANNING(Kind.TIME, "muster.planning", "Time that a part of planning took", "pack", "stage"),
    FIRINGS(Kind.COUNT, "muster.rules.fired", "Rules that fired", "pack"),
    ESCALATIONS(Kind.COUNT, "muster.escalations", "What plans leave to people or other packs", "pack", "kind"),
    RELOADS(Kind.COUNT, "muster.policy.reloads", "Changes of a pack's files", "pack", "result"),
    AGE(Kind.VALUE, "muster.policy.age.seconds", "How long the version that plans has been in force", "pack"),
    DEGRADED(Kind.VALUE, "muster.policy.degraded", "1 where a pack's files cannot be used", "pack"),
    RUNS(Kind.COUNT, "muster.runs", "Runs that started or ended", "mode", "status"),
    STEPS(Kind.COUNT, "muster.steps", "Steps that started or ended", "mode", "status"),
    CALLS(Kind.TIME, "muster.calls", "Time that calls of agents took", "mode", "executor", "purpose", "outcome"),
    CHECKS(Kind.COUNT, "muster.checks", "Checks that ended", "mode", "status"),
    QUESTIONS(Kind.COUNT, "muster.questions", "Questions that runs asked people", "mode", "kind"),
    TROUBLES(
            Kind.COUNT,
            "muster.troubles",
            "What went wrong in runs, and what was done about it",
            "mode",
            "kind",
            "remedy"),
    QUEUE(Kind.VALUE, "muster.queue.runs", "Runs that have not ended, of all servers that share the store", "state"),
    WAITING(Kind.VALUE, "muster.waiting", "What runs wait for, of all servers that share the store", "whom"),
    STORE(Kind.VALUE, "muster.store.reachable", "1 where the store can be reached");

    private final Kind kind;
    private final String key;
    private final String meaning;
    private final List<String> labels;

    Measure(Kind kind, String key, String meaning, String... labels) {
        this.kind = kind;
        this.key = key;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** How it is measured. */
    public enum Kind {
        COUNT("counter", "_total"),
        TIME("summary in seconds", "_seconds"),
        VALUE("gauge", "");

        private final String words;
        private final String suffix;

        Kind(String words, String suffix) {
            this.words = words;
            this.suffix = suffix;
        }

        public String words() {
            return words;
        }
    }

    public Kind kind() {
        return kind;
    }

    public String meaning() {
        return meaning;
    }

    public List<String> labels() {
        return labels;
    }

    /** As Prometheus has it. */
    public String served() {
        return key.replace('.', '_') + kind.suffix;
    }

    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(key).description(meaning).tags(tags(values)).register(registry);
    }

    Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(key).description(meaning).tags(tags(values)).register(registry);
    }

    /** The gauge of these labels; one that is there stays as it is. */
    Gauge gauge(MeterRegistry registry, Supplier<Number> value, String... values) {
        Gauge there = registry.find(key).tags(tags(values)).gauge();
        return there != null
                ? there
                : Gauge.builder(key, value)
                        .description(meaning)
                        .tags(tags(values))
                        .register(registry);
    }

    /** There is no such gauge any more: a value that is none would look like one that cannot be read. */
    void forget(MeterRegistry registry, String... values) {
        registry.find(key).tags(tags(values)).gauges().forEach(registry::remove);
    }

    private List<Tag> tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(this + " has the labels " + labels);
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(labels.get(i), values[i]));
        }
        return tags;
    }
}
