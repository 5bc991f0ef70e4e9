package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class PostgresClockTest {
    @Test
    void clock_that_is_an_hour_off_tells_the_time_of_the_server() {
        try (TestDatabase database = TestDatabase.at(PostgresServer.newDatabase())) {
            InstantSource off = InstantSource.offset(Clock.systemUTC(), Duration.ofHours(1));
            StoreClock clock = new StoreClock(database.database(), off);

            clock.read();

            assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void clock_that_nobody_has_read_yet_tells_the_time_of_the_server_too() {
        try (TestDatabase database = TestDatabase.at(PostgresServer.newDatabase())) {
            InstantSource off = InstantSource.offset(Clock.systemUTC(), Duration.ofHours(1));

            assertThat(new StoreClock(database.database(), off).instant())
                    .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        }
    }
}
