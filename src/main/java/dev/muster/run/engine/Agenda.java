package dev.muster.run.engine;

import dev.muster.run.accept.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What will have come in at which time, in a rehearsal: nobody waits for it, the clock is put forward instead. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long count;

    private record Entry(Instant at, long number, Input input) {}

    void add(Instant at, Input input) {
        entries.add(new Entry(at, count++, input));
    }

    @Nullable
    Instant next() {
        Entry first = entries.peek();
        return first == null ? null : first.at();
    }

    /** What has come in by then, in order. */
    List<Input> by(Instant now) {
        List<Input> due = new ArrayList<>();
        for (Entry first = entries.peek(); first != null && !first.at().isAfter(now); first = entries.peek()) {
            due.add(first.input());
            entries.remove();
        }
        return due;
    }
}
