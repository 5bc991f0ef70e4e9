package dev.muster.fact;

import java.util.List;

/**
 * Something that the text asks about, as {@code signals.yaml} describes it.
 *
 * @param kind the pack's own kind: topic, action, technology, …
 * @param name the signal's name
 * @param weight how much it counts, as the pack says; 1 unless told otherwise
 * @param inTitle whether the title shows it, or the first sentence where no title was given
 * @param evidence the words that show it, in the order of the text; never empty
 */
public record Signal(String kind, String name, double weight, boolean inTitle, List<Evidence> evidence) {
    public Signal {
        evidence = List.copyOf(evidence);
    }

    /** How often the text shows it. */
    public int count() {
        return evidence.size();
    }
}
