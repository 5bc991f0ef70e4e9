package dev.muster.reading.matching;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import dev.muster.source.Faults;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a text with one signal {@code it} for a query, or with none. */
public final class Read {
    private Read() {}

    public static Signals signal(String... queries) {
        Faults faults = new Faults();
        String any = List.of(queries).stream()
                .map(query -> "'" + query.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        Signals signals = Signals.parse("signals.yaml", "- {name: it, kind: topic, any: " + any + "}", faults);
        faults.throwIfAny();
        return signals;
    }

    public static Reading text(String description, String... queries) {
        return Reader.read(new Task("", description), signal(queries));
    }

    /** The words that show the signal, none where it is not asked for. */
    public static List<String> words(String description, String... queries) {
        return text(description, queries).signals().stream()
                .map(Signal::evidence)
                .flatMap(List::stream)
                .map(Evidence::text)
                .toList();
    }

    /** Why the signal does not count, or {@code asked}, or {@code absent}. */
    public static String how(String description, String... queries) {
        Reading reading = text(description, queries);
        return !reading.signals().isEmpty()
                ? "asked"
                : reading.mentions().stream()
                                .map(Mention::how)
                                .collect(Collectors.joining("+"))
                                .isEmpty()
                        ? "absent"
                        : reading.mentions().stream().map(Mention::how).collect(Collectors.joining("+"));
    }

    public static List<String> sentences(String description) {
        return Reader.read(new Task("", description), Signals.none()).sentences().stream()
                .map(Sentence::text)
                .toList();
    }

    public static String mood(String sentence) {
        return Reader.read(new Task("", sentence), Signals.none()).sentences().stream()
                .map(Sentence::mood)
                .collect(Collectors.joining("+"));
    }
}
