package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void value_is_made_when_it_is_asked_for_and_then_stays() {
        Lazy<Integer> lazy = Lazy.by(made::incrementAndGet);
        assertThat(made).hasValue(0);

        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void what_follows_waits_for_a_value_that_waits() {
        Lazy<Integer> next = Lazy.by(made::incrementAndGet).then(value -> value + 10);
        assertThat(made).hasValue(0);

        assertThat(next.get()).isEqualTo(11);
        assertThat(next.get()).isEqualTo(11);
    }

    @Test
    void what_follows_from_a_value_that_is_there_is_made_at_once() {
        Lazy.of(5).then(value -> made.addAndGet(value));

        assertThat(made).hasValue(5);
    }

    @Test
    void failure_is_not_kept() {
        Lazy<Integer> lazy = Lazy.by(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return made.get();
        });

        assertThatThrownBy(lazy::get).hasMessage("not yet");
        assertThat(lazy.get()).isEqualTo(2);
    }
}
