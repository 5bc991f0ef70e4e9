package dev.muster.app.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StoreReachTest {
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final StoreReach reach = new StoreReach(new Switched(), now::get);

    private final class Switched implements StoreState {
        @Override
        public void reach() {
            if (away.get()) {
                throw new Refusal(
                        new StoreReason.DatabaseOutOfReach("somewhere", "it is away", StoreReason.Obstacle.AWAY));
            }
        }

        @Override
        public Backlog backlog() {
            throw new AssertionError("Nobody asked.");
        }
    }

    @Test
    void time_since_when_is_that_of_the_last_change() {
        Instant first = now.get();
        assertThat(reach.look()).isEqualTo(new StoreReach.Now(null, first));
        now.set(first.plusSeconds(10));
        assertThat(reach.look().since()).isEqualTo(first);

        away.set(true);
        assertThat(reach.look().reached()).isFalse();
        now.set(first.plusSeconds(20));
        assertThat(reach.look().since()).isEqualTo(first.plusSeconds(10));

        away.set(false);
        assertThat(reach.look()).isEqualTo(new StoreReach.Now(null, first.plusSeconds(20)));
    }
}
