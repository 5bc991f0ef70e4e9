package dev.muster.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FairClockTest {
    private Duration now = Duration.ofHours(3);
    private Duration worked = Duration.ofMinutes(1);

    private final FairClock clock = new FairClock(() -> now.toNanos(), () -> worked);

    /** What the clock tells of so many seconds, in each of which the process gets a part of one core. */
    private Duration told(int seconds, double cores) {
        long before = clock.getAsLong();
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            worked = worked.plusMillis((long) (1_000 * cores));
            clock.getAsLong();
        }
        return Duration.ofNanos(clock.getAsLong() - before);
    }

    @Test
    void process_that_is_served_has_the_time_of_all() {
        assertThat(told(10, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(told(10, 2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(told(10, 0.25)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void process_that_is_starved_has_more() {
        assertThat(told(10, 0.1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void time_goes_on_for_a_process_that_waits() {
        assertThat(told(40, 0)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void between_two_looks_time_goes_as_it_does() {
        long before = clock.getAsLong();
        now = now.plusMillis(100);
        assertThat(clock.getAsLong() - before).isEqualTo(Duration.ofMillis(100).toNanos());
    }

    @Test
    void where_nobody_knows_what_was_worked_it_is_the_time_of_all() {
        FairClock plain = new FairClock(() -> now.toNanos(), () -> null);
        long before = plain.getAsLong();
        now = now.plusSeconds(10);
        assertThat(plain.getAsLong() - before).isEqualTo(Duration.ofSeconds(10).toNanos());
    }
}
