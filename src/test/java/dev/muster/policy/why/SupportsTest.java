package dev.muster.policy.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Conclusion;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.why.Why.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What facts go back to is told in as much as anybody can read, however many ways lead there. */
@Timeout(12)
class SupportsTest {
    private static Firing firing(int line, Object... from) {
        return new Firing(new RuleInfo("r" + line, "r.drl", line, "why", "", Map.of(), 0, List.of(), List.of()), from);
    }

    private static Conclusion fact(int layer, int side) {
        return new Conclusion("layer " + layer, "" + side);
    }

    private static long size(Support support) {
        return 1
                + support.because().stream()
                        .flatMap(said -> said.from().stream())
                        .mapToLong(SupportsTest::size)
                        .sum();
    }

    private static Supports supports(Stream<Derived> derived) {
        return new Supports(new Inference(derived.toList(), List.of(), List.of(), Map.of()));
    }

    @Test
    void diamonds_one_behind_another_do_not_double_the_answer_each_time() {
        List<Derived> derived = new ArrayList<>();
        for (int layer = 1; layer < 60; layer++) {
            for (int side = 0; side < 2; side++) {
                derived.add(new Derived(
                        fact(layer, side), List.of(firing(1, fact(layer - 1, 0)), firing(2, fact(layer - 1, 1)))));
            }
        }
        Support told = supports(derived.stream()).of(List.of(fact(59, 0))).getFirst();
        assertThat(size(told)).isBetween(2_000L, 10_000L);
    }

    @Test
    void circles_end_and_long_chains_too() {
        Stream<Derived> circle = Stream.of(
                new Derived(fact(0, 0), List.of(firing(1, fact(0, 1)))),
                new Derived(fact(0, 1), List.of(firing(2, fact(0, 0)))));
        assertThat(size(supports(circle).of(fact(0, 0)))).isEqualTo(3);
        Stream<Derived> chain = Stream.iterate(1, i -> i + 1)
                .limit(20_000)
                .map(i -> new Derived(fact(i, 0), List.of(firing(1, fact(i - 1, 0)))));
        Supports long1 = supports(chain);
        assertThat(size(long1.of(List.of(fact(20_000, 0))).getFirst())).isEqualTo(101);
        assertThat(long1.signals(fact(20_000, 0))).isEmpty();
    }
}
