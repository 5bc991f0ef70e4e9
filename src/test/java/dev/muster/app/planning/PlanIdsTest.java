package dev.muster.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlanIdsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678Z"));
    private final PlanIds ids = new PlanIds(now::get, new Random(7));

    @Test
    void id_is_fifteen_letters_and_digits() {
        assertThat(ids.next()).matches("[0-9a-hjkmnp-tv-z]{15}").startsWith("1kdyak3se");
    }

    @Test
    void ids_sort_by_age_within_a_millisecond_and_where_the_clock_steps_back() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            made.add(ids.next());
        }
        now.set(now.get().minusSeconds(3600));
        made.add(ids.next());
        now.set(now.get().plusSeconds(7200));
        made.add(ids.next());

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_of_two_processes_differ_at_the_same_moment() {
        InstantSource clock = now::get;

        assertThat(new PlanIds(clock, new Random(1)).next()).isNotEqualTo(new PlanIds(clock, new Random(2)).next());
    }
}
