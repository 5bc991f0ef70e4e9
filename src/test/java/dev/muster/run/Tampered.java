package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The log of a run with something changed in it, as a core would write it that does not keep the rules. */
final class Tampered {
    private final Bench run;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, RunEvent event) {}

    Tampered(Bench run) {
        this.run = run;
        run.log().forEach(logged -> entries.add(new Entry(logged.at(), logged.event())));
    }

    Tampered drop(Predicate<RunEvent> which) {
        entries.remove(place(which));
        return this;
    }

    Tampered twice(Predicate<RunEvent> which) {
        int place = place(which);
        entries.add(place, entries.get(place));
        return this;
    }

    Tampered replace(Predicate<RunEvent> which, RunEvent by) {
        int place = place(which);
        entries.set(place, new Entry(entries.get(place).at, by));
        return this;
    }

    <E extends RunEvent> Tampered change(Class<E> type, Predicate<E> which, Function<E, RunEvent> how) {
        int place = place(event -> type.isInstance(event) && which.test(type.cast(event)));
        entries.set(place, new Entry(entries.get(place).at, how.apply(type.cast(entries.get(place).event))));
        return this;
    }

    Tampered moveBefore(Predicate<RunEvent> which, Predicate<RunEvent> other) {
        RunEvent moved = entries.remove(place(which)).event;
        int to = place(other);
        entries.add(to, new Entry(entries.get(to).at, moved));
        return this;
    }

    Tampered moveAfter(Predicate<RunEvent> which, Predicate<RunEvent> other) {
        RunEvent moved = entries.remove(place(which)).event;
        return insertAfter(other, moved);
    }

    Tampered insertAfter(Predicate<RunEvent> other, RunEvent event) {
        int to = place(other);
        entries.add(to + 1, new Entry(entries.get(to).at, event));
        return this;
    }

    /** Something else happens so much later than all that happened so far. */
    Tampered insertLate(Duration later) {
        RunEvent told = new RunEvent.AttemptProgressed("a", null, "p1/1/r1/a/1/1", "at it");
        entries.add(new Entry(run.now().plus(later), told));
        return this;
    }

    @Nullable
    String complaint() {
        return Umpire.complaint(run.brief(), log(), run.state());
    }

    void breaks(String rule) {
        assertThat(complaint()).isNotNull().startsWith(rule);
    }

    private List<Logged> log() {
        List<Logged> log = new ArrayList<>();
        Chain chain = Chain.of(run.brief().runId());
        for (Entry entry : entries) {
            Logged next = chain.next(entry.at, entry.event);
            log.add(next);
            chain = chain.with(next);
        }
        return log;
    }

    private int place(Predicate<RunEvent> which) {
        for (int i = 0; i < entries.size(); i++) {
            if (which.test(entries.get(i).event)) {
                return i;
            }
        }
        throw new AssertionError("There is no such event among " + entries);
    }
}
