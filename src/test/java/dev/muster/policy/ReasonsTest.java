package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fact.Conclusion;
import dev.muster.fact.Evidence;
import dev.muster.fact.Signal;
import dev.muster.limit.Allowance;
import dev.muster.limit.Memory;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The words behind what rules concluded, however the reasons hang together. */
@Timeout(12)
class ReasonsTest {
    private static final RuleInfo RULE = new RuleInfo("r", "p/r.drl", 3, "why", "", Map.of(), 0, List.of(), List.of());

    private static Signal signal(int number) {
        return new Signal(
                "topic",
                "s" + number,
                1,
                false,
                List.of(new Evidence("w" + number, number, number + 1, "description")));
    }

    private static Object fact(int number) {
        return number % 5 == 0 ? signal(number) : new Conclusion("c", "" + number);
    }

    private static Inference inference(List<Derived> derived) {
        return new Inference(derived, List.of(), List.of(), Map.of());
    }

    /** Facts of which each has a few others as reasons, in circles or not. */
    private static List<Derived> random(Random random, int facts, boolean circles) {
        List<Derived> derived = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            if (i % 5 != 0) {
                int self = i;
                List<Firing> reasons = IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(_ -> new Firing(
                                RULE,
                                fact(random.nextInt(circles ? facts : self)),
                                fact(random.nextInt(circles ? facts : self))))
                        .toList();
                derived.add(new Derived(fact(i), reasons));
            }
        }
        return derived;
    }

    /** What can be reached, gone through in the plainest way. */
    private static Set<Evidence> reached(Object fact, List<Derived> derived, Set<Object> seen) {
        Set<Evidence> words = new HashSet<>(fact instanceof Signal signal ? signal.evidence() : List.of());
        if (seen.add(fact)) {
            derived.stream()
                    .filter(one -> one.fact().equals(fact))
                    .flatMap(one -> one.reasons().stream())
                    .flatMap(reason -> reason.matched().stream())
                    .forEach(from -> words.addAll(reached(from, derived, seen)));
        }
        return words;
    }

    @Test
    void words_are_those_that_can_be_reached_with_circles_and_without() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<Derived> derived = random(random, 4 + random.nextInt(20), i % 2 == 0);
            Evidenced evidenced = new Evidenced(derived);
            for (Derived one : derived) {
                assertThat(evidenced.of(one.fact())).isEqualTo(reached(one.fact(), derived, new HashSet<>()));
            }
        }
    }

    @Test
    void facts_that_are_all_reasons_of_one_another_take_no_time() {
        Set<Object> others = new HashSet<>();
        IntStream.range(0, 300).forEach(i -> others.add(fact(i)));
        List<Derived> derived = others.stream()
                .filter(Conclusion.class::isInstance)
                .map(fact -> new Derived(
                        fact,
                        others.stream().map(other -> new Firing(RULE, other)).toList()))
                .toList();
        Evidenced evidenced = new Evidenced(derived);
        assertThat(evidenced.of(fact(1))).hasSize(60);
    }

    @Test
    void long_chain_of_reasons_is_followed_to_its_end() {
        List<Derived> derived = new ArrayList<>();
        for (int i = 1; i < 20_000; i++) {
            Object from = i == 1 ? signal(0) : new Conclusion("c", "" + (i - 1));
            derived.add(new Derived(new Conclusion("c", "" + i), List.of(new Firing(RULE, from))));
        }
        List<Reasoned<?>> told = Reasons.of(inference(derived));
        assertThat(told.getLast().because().getFirst().evidence())
                .containsExactlyElementsOf(signal(0).evidence());
    }

    @Test
    void table_that_spreads_from_one_row_to_all_is_told_at_once() {
        RuleBase rules = RuleBase.load(MusterVocabulary.INSTANCE, List.of(new DrlSource("p/r.drl", """
                rule "start" when Signal( $n : name ) then insertLogical( new Conclusion( "at", "0" ) ); end
                rule "spread" when Conclusion( kind == "at", $from : name ) Given( $to : text != $from )
                then insertLogical( new Conclusion( "at", $to ) ); end
                rule "tell" when Conclusion( kind == "at", $n : name ) then insertLogical( new Category( $n ) ); end
                """)));
        List<Object> facts = new ArrayList<>(List.of(signal(1)));
        IntStream.range(0, 40).forEach(i -> facts.add(new dev.muster.fact.Given("row", "" + i)));
        List<Reasoned<?>> told = Reasons.of(rules.infer(facts, SessionLimits.DEFAULT));
        assertThat(told)
                .hasSize(80)
                .allSatisfy(
                        one -> assertThat(one.because().getFirst().evidence()).hasSize(1));
    }

    @Test
    void reasons_that_nobody_could_read_are_stopped_with_the_rule() {
        List<Object> many =
                IntStream.range(0, 3_000).mapToObj(ReasonsTest::fact).toList();
        List<Derived> derived = IntStream.range(0, 3_000)
                .mapToObj(i -> new Derived(new Conclusion("d", "" + i), List.of(new Firing(RULE, many))))
                .toList();
        assertThatThrownBy(() -> Reasons.of(inference(derived)))
                .isInstanceOf(RuleLimitException.class)
                .hasMessage("The reasons were stopped after 5000000 characters of reasons: what rule \"r\" (p/r.drl:3)"
                        + " concluded has too many. Let it conclude fewer facts, or match fewer at once.")
                .satisfies(e -> assertThat(((RuleLimitException) e).place()).hasToString("p/r.drl:3:1"));
    }

    @Test
    void reasons_share_the_clock_of_the_plan() {
        List<Derived> derived = random(new Random(1), 3_000, true);
        long[] now = {0};
        Allowance short1 = new Allowance(Duration.ofNanos(100), () -> now[0]++, new Memory(() -> 1 << 30));
        assertThatThrownBy(() -> short1.spentOn(() -> Reasons.of(inference(derived))))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining("rule \"r\" (p/r.drl:3)");
    }
}
