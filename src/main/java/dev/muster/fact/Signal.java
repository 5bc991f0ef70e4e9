package dev.muster.fact;

import java.util.List;

/**
 * Something that the text asks about, as {@code signals.yaml} describes it.
 *
 * @param kind the pack's own kind: topic, action, technology, …
 * @param name the signal's name
 * @param weight how much it counts, as the pack says; 1 unless told otherwise
 * @param evidence the words that show it, in the order of the text; never empty
 */
public record Signal(String kind, String name, double weight, List<Evidence> evidence) {
    public Signal {
        evidence = List.copyOf(evidence);
    }

    /** Whether the title shows it. */
    public boolean inTitle() {
        return evidence.stream().anyMatch(e -> e.in().equals("title"));
    }

    /** How often the text shows it. */
    public int count() {
        return evidence.size();
    }
}
