package dev.muster.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Memory PLENTY = new Memory(() -> 100L << 20);

    private static void ticks(Allowance allowance, int times) {
        for (int i = 0; i < times; i++) {
            allowance.tick();
        }
    }

    @Test
    void time_is_looked_at_only_so_often_and_ends_the_work() {
        long[] looks = {0};
        Allowance allowance = new Allowance(Duration.ofNanos(10), () -> looks[0]++, PLENTY);
        ticks(allowance, 4_000);
        assertThat(looks[0]).isBetween(2L, 10L);
        assertThatThrownBy(() -> ticks(allowance, 10_000))
                .isInstanceOf(OverLimitException.class)
                .hasMessage("0 ms");
    }

    @Test
    void large_piece_of_work_looks_at_the_time() {
        long[] now = {0};
        Allowance allowance = new Allowance(Duration.ofSeconds(1), () -> now[0], PLENTY);
        now[0] = Duration.ofSeconds(2).toNanos();
        assertThatThrownBy(() -> allowance.tick(1_000_000_000_000L)).hasMessage("1000 ms");
    }

    @Test
    void work_within_work_has_the_same_clock() {
        Allowance outer = new Allowance(Duration.ofSeconds(1), () -> 0, PLENTY);
        assertThat(outer.<Allowance>spentOn(() -> Allowance.forPlan(Allowance::current)))
                .isSameAs(outer);
    }

    @Test
    void work_that_other_threads_do_has_the_same_clock_and_account() {
        long[] now = {0};
        Memory memory = new Memory(() -> 100L << 20);
        Allowance all = new Allowance(Duration.ofSeconds(1), () -> now[0], memory);
        all.spentOn(() -> {
            Function<Integer, Boolean> shared = Allowance.shared(bytes -> {
                Allowance.current().holds(bytes);
                return Allowance.current().isOver();
            });
            assertThat(CompletableFuture.supplyAsync(() -> shared.apply(2 << 20))
                            .join())
                    .isFalse();
            assertThat(memory.taken()).isGreaterThanOrEqualTo(1 << 20);
            now[0] = Duration.ofSeconds(2).toNanos();
            return assertThat(
                            CompletableFuture.supplyAsync(() -> shared.apply(1)).join())
                    .isTrue();
        });
        assertThat(memory.taken()).isZero();
    }

    @Test
    void part_of_an_allowance_ends_earlier() {
        long[] now = {0};
        Allowance allowance = new Allowance(Duration.ofSeconds(10), () -> now[0], PLENTY);
        now[0] = Duration.ofSeconds(6).toNanos();
        assertThat(allowance.part(0.5).isOver()).isTrue();
        assertThat(allowance.isOver()).isFalse();
    }

    @Test
    void memory_is_shared_given_back_and_never_all_taken_from_the_small() {
        Memory memory = new Memory(() -> 2 << 20);
        Allowance large = new Allowance(Duration.ofSeconds(1), () -> 0, memory);
        Allowance small = new Allowance(Duration.ofSeconds(1), () -> 0, memory);
        large.spentOn(() -> {
            large.holds(2 << 20);
            small.holds(200 << 10);
            assertThatThrownBy(() -> small.holds(200 << 10)).hasMessage("more than 2 MB of memory");
            return memory;
        });
        assertThat(memory.taken()).isZero();
    }

    @Test
    void what_an_evaluation_makes_counts_until_the_next() {
        Allowance allowance = new Allowance(Duration.ofSeconds(1), () -> 0, new Memory(() -> 1 << 20));
        for (int i = 0; i < 100; i++) {
            allowance.evaluates();
            allowance.makes(200 << 10);
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        allowance.makes(200 << 10);
                    }
                })
                .isInstanceOf(OverLimitException.class);
    }
}
