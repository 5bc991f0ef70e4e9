package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.drl.loading.RuleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that does not end by itself is stopped and says which rule it was. */
class LimitsTest {
    private static RuleBase load(String drl) {
        return RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("l.drl", drl)));
    }

    private static List<Object> items(int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Shop.item("item " + i, i));
        }
        return items;
    }

    @Test
    void rule_that_feeds_itself_is_stopped_by_the_number_of_firings() {
        RuleBase rules = load("""
                rule "More and more"
                when Offer( $a : amount )
                then insert( new Offer( "x", $a + 1 ) );
                end
                """);
        assertThatThrownBy(() ->
                        rules.infer(List.of(new Shop.Offer("x")), new SessionLimits(5_000, Duration.ofMinutes(1))))
                .isInstanceOf(RuleLimitException.class)
                .hasMessage(
                        "The rules were stopped after 5000 firings: rule \"More and more\" (l.drl:1) fired 5000 times."
                                + " Maybe its consequence makes its own condition true again: say no-loop, or add a \"not\" for what"
                                + " it inserts.");
    }

    @Test
    void rule_that_changes_what_it_reads_is_stopped() {
        RuleBase rules =
                load("rule \"Older\" when $p : Person( age > 3 ) then modify( $p ) { setAge( $p.getAge() + 1 ) } end");
        List<Shop.Person> facts = List.of(new Shop.Person("Ann", 30, null));
        assertThatThrownBy(() -> rules.infer(facts, new SessionLimits(100, Duration.ofMinutes(1))))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining("rule \"Older\" (l.drl:1) fired 100 times");
    }

    @Test
    void join_that_takes_too_long_is_stopped_by_the_time() {
        RuleBase rules = load("rule \"r\" when Item( $a : price ) Item( $b : price != $a ) Item( $c : price != $b )"
                + " Item( price == $a + $b + $c + 1000000 ) then end");
        assertThatThrownBy(() -> rules.infer(items(2_000), new SessionLimits(100, Duration.ofMillis(200))))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageStartingWith("The rules were stopped after 200 ms: rule \"r\" was at \"")
                .hasMessageEndingWith("; no rule has fired yet,"
                        + " so maybe it joins many facts without saying which belong together")
                .satisfies(e -> assertThat(((RuleLimitException) e).place()).isNotNull());
    }

    @Test
    void cross_product_is_stopped_by_the_time() {
        RuleBase rules = load("rule \"r\" when Item() Item() Item() then end");
        assertThatThrownBy(() -> rules.infer(items(3_000), new SessionLimits(100, Duration.ofMillis(200))))
                .isInstanceOf(RuleLimitException.class);
    }

    @Test
    void indexed_join_with_one_key_is_stopped_by_the_time() {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            facts.add(Shop.item("same", i));
        }
        RuleBase rules = load("rule \"r\" when Item( $n : name ) Item( name == $n ) Item( name == $n ) then end");
        assertThatThrownBy(() -> rules.infer(facts, new SessionLimits(100, Duration.ofMillis(200))))
                .isInstanceOf(RuleLimitException.class);
    }

    @Test
    void query_that_calls_itself_without_end_is_stopped() {
        RuleBase rules = load("query \"chain\" ( String $x ) Item( name == $x ) and ?chain( $x; ) end"
                + " rule \"r\" when Item( $n : name ) ?chain( $n; ) then end");
        assertThatThrownBy(() -> rules.infer(items(3), SessionLimits.DEFAULT))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageStartingWith("The rules were stopped after 200000 calls of queries, the last of \"chain\","
                        + " which maybe calls itself without end: rule \"chain\" was at \"chain( … )\" (l.drl:1:");
    }

    @Test
    void loop_of_a_consequence_that_does_not_end_is_stopped_by_the_time() {
        RuleBase rules = load("rule \"Round and round\" when Item() then for ( int i = 0; ; i++ ) { } end");
        assertThatThrownBy(() -> rules.infer(items(1), new SessionLimits(100, Duration.ofMillis(200))))
                .isInstanceOf(RuleLimitException.class)
                .hasMessage(
                        "The rules were stopped after 200 ms: rule \"Round and round\" was at its consequence (l.drl:1:61)");
    }

    @Test
    void failure_of_a_consequence_names_rule_place_and_facts() {
        RuleBase rules = load("""
                rule "Town"
                when $p : Person()
                then
                  String x = "a";
                  insert( new Note( $p.getTown().toUpperCase() ) );
                end
                """);
        List<Shop.Person> facts = List.of(new Shop.Person("Bob", 3, null));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT))
                .isInstanceOf(RuleFailure.class)
                .hasMessage(
                        "l.drl:5:3: the consequence failed: \"toUpperCase\" is asked of null, for [Person Bob 3 null]"
                                + " (in rule \"Town\")");
    }

    /** What the machine says of it speaks of Java's classes, or of how the program was built. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when Item() then var l = [ \"a\" ]; var x = l.get( 5 ); end | there is no position 5 in a list of 1",
                "when Item() then var x = \"abc\".substring( 4 ); end | there is nothing from position 4 to 3 in a text of 3",
                "when Item( $p : price ) then var x = 1 / ( $p - $p ); end | a number is divided by zero",
                "when Item() then String g = \"g\"; drools.setFocus( g ); end | no rule is in the ruleflow-group \"g\",",
                "when Item() then delete( new Note( \"x\" ) ); end | this is no fact that was inserted: ",
                "when accumulate( $o : Object(); $m : max( $o ) ) then end | a value is of another kind than is needed here",
            })
    void failure_is_told_in_the_words_of_whoever_writes_rules(String rule, String told) {
        RuleBase rules = load("rule \"Bad\" " + rule);
        assertThatThrownBy(() -> rules.infer(items(3), SessionLimits.DEFAULT))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining(told)
                .hasMessageContaining("(in rule \"Bad\")")
                .message()
                .doesNotContain("java", "Exception", "out of bounds", "Cannot");
    }

    @Test
    void failure_of_a_condition_names_rule_place_and_fact() {
        RuleBase rules = load("rule \"Spare\"\nwhen\n  Box( spare.price > 3 )\nthen end");
        List<Shop.Box> facts = List.of(new Shop.Box(Shop.item("a", 1), null, java.util.Map.of()));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT))
                .isInstanceOf(RuleFailure.class)
                .hasMessageStartingWith("l.drl:3:8: \"spare.price > 3\" failed: \"price\" is asked of null, for Box[")
                .hasMessageEndingWith("(in rule \"Spare\")");
    }

    @Test
    void sessions_of_one_rule_base_run_side_by_side() throws Exception {
        RuleBase rules = load(
                "rule \"r\" when Item( $p : price ) Item( price > $p, $n : name ) then insertLogical( new Offer( $n ) ); end");
        List<List<Derived>> results = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 20; i++) {
                    results.add(rules.infer(items(20), SessionLimits.DEFAULT).derived());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(results).hasSize(160).containsOnly(results.getFirst());
    }
}
