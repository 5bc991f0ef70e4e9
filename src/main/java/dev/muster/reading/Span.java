package dev.muster.reading;

/** A stretch of a text, in UTF-16 units; the end is exclusive. */
record Span(int start, int end) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
