package dev.muster.run.state;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** An immutable set of places in a list, cheap to change one of. */
public final class IndexSet {
    public static final IndexSet NONE = new IndexSet(new long[0]);

    private final long[] words;

    private IndexSet(long[] words) {
        this.words = words;
    }

    public static IndexSet upTo(int end) {
        IndexSet places = new IndexSet(new long[(end + 63) >> 6]);
        for (int place = 0; place < end; place++) {
            places.words[place >> 6] |= 1L << place;
        }
        return places;
    }

    boolean has(int place) {
        int word = place >> 6;
        return word < words.length && (words[word] & 1L << place) != 0;
    }

    public IndexSet with(int place) {
        if (has(place)) {
            return this;
        }
        long[] copy = Arrays.copyOf(words, Math.max(words.length, (place >> 6) + 1));
        copy[place >> 6] |= 1L << place;
        return new IndexSet(copy);
    }

    public IndexSet without(int place) {
        if (!has(place)) {
            return this;
        }
        long[] copy = words.clone();
        copy[place >> 6] &= ~(1L << place);
        return new IndexSet(copy);
    }

    public boolean isEmpty() {
        return next(0) < 0;
    }

    /** The first place from there on; -1 where there is none. */
    public int next(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long rest = words[word] & -1L << from;
        while (rest == 0) {
            if (++word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    public void each(IntConsumer action) {
        for (int place = next(0); place >= 0; place = next(place + 1)) {
            action.accept(place);
        }
    }
}
