package dev.muster.reading.matching;

import dev.muster.fact.Evidence;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words of a text that a query found. */
public record Found(Text text, Span span) {
    public Evidence evidence() {
        return new Evidence(text.at(span), span.start(), span.end(), text.field());
    }

    public boolean overlaps(Found other) {
        return text.field().equals(other.text.field()) && span.overlaps(other.span);
    }

    /** What one looked for and then another; nearly always nothing, for which nothing is made. */
    static List<Found> both(List<Found> one, List<Found> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Found> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** The same places, title first, each stretch once: finds that overlap become one. */
    public static List<Found> merged(List<Found> all) {
        if (all.isEmpty()) {
            return all;
        }
        List<Found> sorted = all.stream()
                .sorted(Comparator.comparing((Found found) -> found.text.field().equals("title") ? 0 : 1)
                        .thenComparing(found -> found.span.start())
                        .thenComparing(found -> found.span.end()))
                .toList();
        List<Found> merged = new ArrayList<>();
        for (Found found : sorted) {
            if (!merged.isEmpty() && merged.getLast().overlaps(found)) {
                Found last = merged.removeLast();
                int end = Math.max(last.span.end(), found.span.end());
                merged.add(new Found(last.text, new Span(last.span.start(), end)));
            } else {
                merged.add(found);
            }
        }
        return merged;
    }
}
