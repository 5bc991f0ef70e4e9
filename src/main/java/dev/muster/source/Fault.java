package dev.muster.source;

/**
 * Something wrong at a place, in words that say what was found and what to do.
 */
public record Fault(Place place, String message) implements Comparable<Fault> {
    @Override
    public int compareTo(Fault other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
