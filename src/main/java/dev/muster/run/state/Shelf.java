package dev.muster.run.state;

import java.util.List;

/** An immutable list of fixed length, cheap to change one entry of: shelves of 32 are shared between versions. */
public final class Shelf<T> {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final Object[][] rows;
    private final int size;

    private Shelf(Object[][] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    public static <T> Shelf<T> of(List<T> entries) {
        Object[][] rows = new Object[(entries.size() + WIDTH - 1) / WIDTH][];
        for (int row = 0; row < rows.length; row++) {
            int from = row * WIDTH;
            rows[row] = entries.subList(from, Math.min(from + WIDTH, entries.size()))
                    .toArray();
        }
        return new Shelf<>(rows, entries.size());
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    public T get(int place) {
        return (T) rows[place >> BITS][place & WIDTH - 1];
    }

    public Shelf<T> with(int place, T entry) {
        Object[][] copy = rows.clone();
        Object[] row = copy[place >> BITS].clone();
        row[place & WIDTH - 1] = entry;
        copy[place >> BITS] = row;
        return new Shelf<>(copy, size);
    }
}
