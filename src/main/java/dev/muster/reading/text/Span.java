package dev.muster.reading.text;

/** A stretch of a text, in UTF-16 units; the end is exclusive. */
public record Span(int start, int end) {
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
