package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.limit.Allowance;
import dev.muster.limit.Memory;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that want all of the time or all of the memory get neither, whatever they do it with, and the answer says which rule it was. */
@Timeout(12)
class HostileRulesTest {
    private static final SessionLimits SHORT = new SessionLimits(20_000, Duration.ofMillis(500));

    private static RuleBase load(String drl) {
        return RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("h.drl", drl)));
    }

    private static List<Object> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (Object) Shop.item("item " + i, i))
                .toList();
    }

    /** Stopped, or failed, at a place of this rule. */
    private static Throwable stopped(RuleBase rules, List<Object> facts) {
        Throwable thrown = catchThrowable(() -> rules.infer(facts, SHORT));
        switch (thrown) {
            case RuleFailure failure -> assertThat(failure.place().file()).isEqualTo("h.drl");
            case RuleLimitException limit ->
                assertThat(limit.place())
                        .isNotNull()
                        .satisfies(place -> assertThat(place.file()).isEqualTo("h.drl"));
            case null, default -> throw new AssertionError("not stopped", thrown);
        }
        assertThat(thrown).hasMessageContaining("rule \"Bad\"");
        return thrown;
    }

    private static Throwable consequence(String statements) {
        return stopped(load("rule \"Bad\"\nwhen Item( $n : name )\nthen\n" + statements + "\nend"), items(1));
    }

    private static String doubled(String type, String from, String step) {
        return type + " x = " + from + "; for ( int i = 0; i < 60; i++ ) { x = " + step + "; }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + x",
                "\"\" + x + x",
                "x.concat( x )",
                "x.replace( \"a\", x )",
                "x.replace( \"\", x )",
                "x.toUpperCase().concat( x )"
            })
    void text_that_doubles_is_refused_where_it_does(String step) {
        assertThat(consequence(doubled("String", "\"ab\"", step)))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("a text has more than 1000000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.hashCode()",
                "x == y",
                "x.equals( y )",
                "x.contains( y )",
                "x.indexOf( y )",
                "\"\" + x",
                "x.toString()"
            })
    void list_that_doubles_is_refused_whatever_is_done_with_it(String use) {
        assertThat(consequence("var x = []; var y = []; for ( int i = 0; i < 60; i++ ) { x = [ x, x ]; y = [ y, y ]; }"
                        + " insert( new Note( \"\" + ( " + use + " ) ) );"))
                .hasMessageContaining("a list holds more than 10000000 values and characters");
    }

    @Test
    void list_that_nests_without_end_is_refused() {
        assertThat(consequence("var x = []; for ( int i = 0; i < 100000; i++ ) { x = [ x ]; }"))
                .hasMessageContaining("lists are nested more than 100 deep");
    }

    @Test
    void list_as_large_as_may_be_can_be_compared_and_hashed() {
        RuleBase rules = load("rule \"r\" when Item( price == 0 ) then var x = []; var y = [];"
                + " for ( int i = 0; i < 19; i++ ) { x = [ x, x ]; y = [ y, y ]; }"
                + " insert( new Offer( \"\" + ( x == y ) + ( x.hashCode() == y.hashCode() ) ) ); end");
        assertThat(rules.infer(items(1), SessionLimits.DEFAULT).facts()).contains(new Shop.Offer("truetrue"));
    }

    @Test
    void list_that_is_inserted_into_what_it_is_collected_from_does_not_hold_itself() {
        RuleBase rules = load("rule \"Bad\" no-loop when $l : List( size < 5 ) from collect( Object() )"
                + " then insert( $l ); insert( new Note( \"\" + $l.hashCode() ) ); end");
        List<Object> facts = rules.infer(items(1), SessionLimits.DEFAULT).facts();
        assertThat(facts.hashCode() + facts.toString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for ( int i = 0; ; i++ ) { }",
                "for ( int i = 0; i < 2000000000; i++ ) { for ( int j = 0; j < 2000000000; j++ ) { } }",
                "for ( var a : L ) { for ( var b : L ) { for ( var c : L ) { for ( var d : L ) { } } } }",
                "for ( var a : L ) { for ( var b : L ) { for ( var c : L ) { if ( L.contains( c ) && L.indexOf( b ) == 3 ) { } } } }",
                "for ( int i = 0; ; i++ ) { String t = \"a\" + i; if ( t.replace( \"a\", \"b\" ) == \"c\" ) { } }"
            })
    void loop_of_any_kind_is_stopped_by_the_time(String loop) {
        String drl =
                "rule \"Bad\"\nwhen $l : List() from collect( Item() )\nthen\n" + loop.replace("L", "$l") + "\nend";
        assertThat(stopped(load(drl), items(300)))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining("after 500 ms")
                .hasMessageContaining("was at its consequence (h.drl:4:");
    }

    @Test
    void facts_without_end_of_one_firing_are_stopped() {
        consequence("for ( int i = 0; ; i++ ) { insert( new Offer( \"x\", i ) ); }");
        consequence("for ( int i = 0; ; i++ ) { insertLogical( new Offer( \"x\", i ) ); }");
    }

    @Test
    void facts_with_much_text_are_refused_although_they_share_it() {
        String drl = "rule \"Bad\" when Item( $p : price ) then String x = \"a\";"
                + " for ( int i = 0; i < 19; i++ ) { x = x + x; } insert( new Offer( x, $p ) ); end";
        assertThatThrownBy(() -> load(drl).infer(items(2_000), SessionLimits.DEFAULT))
                .hasMessageContaining("after 5000000 characters of text in the facts that rules inserted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item( name matches \".*.*.*.*.*z\" )",
                "Item( name matches \"(.*a)(.*a)(.*a)(.*a)(.*a)z\" )",
                "Item( name not matches \"(.*a){5}b\" )",
                "Item( $n : name ) Item( $n matches \"(x+x+)+y|.*(.*)(.*)(.*)z\" )",
                "Item( $n : name ) eval( $n matches \".*.*.*.*.*z\" )",
                "accumulate( Item( name matches \".*.*.*.*.*z\" ); $c : count() )"
            })
    void slow_regular_expression_over_many_facts_is_stopped(String condition) {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            facts.add(Shop.item("a".repeat(40) + "x" + i, i));
        }
        stopped(load("rule \"Bad\" when " + condition + " then end"), facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:(?:){2000000000}){2000000000}", "(((){5000}){5000}){5000}"})
    void regular_expression_that_repeats_nothing_is_refused(String regex) {
        assertThatThrownBy(() -> load("rule \"Bad\" when Item( name matches \"" + regex + "\" ) then end"))
                .hasMessageContaining("the repetitions of this regular expression multiply");
        assertThat(stopped(
                        load("rule \"Bad\" when Item( $n : name ) Item( $n matches ( \"" + regex
                                + "\" + $n ) ) then end"),
                        items(1)))
                .hasMessageContaining("the repetitions of this regular expression multiply");
    }

    @Test
    void facts_that_very_many_rules_look_at_are_stopped_with_one_of_the_rules() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rules.append("rule \"r")
                    .append(i)
                    .append("\" when Item( $n : name ) Item( name == ( $n + \"")
                    .append(i)
                    .append("\" ) ) then end\n");
        }
        RuleBase base = load(rules.toString());
        Memory memory = new Memory(() -> 64 << 20);
        Allowance allowance = new Allowance(Duration.ofMinutes(1), System::nanoTime, memory);
        assertThatThrownBy(() -> allowance.spentOn(() -> base.infer(items(3_000), SessionLimits.DEFAULT)))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining(
                        "after more than 64 MB of memory: each Item is looked at by 2000 rules, among them rule \"r");
    }

    /** Drools joins once for all rules that join alike, and keeps what comes of it for each. */
    @Test
    void combinations_that_many_rules_share_are_counted_for_each_of_them() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            rules.append("rule \"r").append(i).append("\" when Item() Item() then end\n");
        }
        RuleBase base = load(rules.toString());
        Memory memory = new Memory(() -> 64 << 20);
        Allowance allowance = new Allowance(Duration.ofMinutes(1), System::nanoTime, memory);
        assertThatThrownBy(() -> allowance.spentOn(() -> base.infer(items(100), SessionLimits.DEFAULT)))
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining("after more than 64 MB of memory: rule \"r");
    }

    static Stream<String> regular_expression_that_can_match_nothing_in_too_many_ways_is_refused() {
        return Stream.of(
                "(|)".repeat(40) + "c",
                "(?:a*|b*)".repeat(40) + "c",
                "()" + "(?:\\\\1|\\\\1)".repeat(40) + "c",
                "(?:(?=)|\\\\Q\\\\E)".repeat(40) + "c",
                "((a*)*)+".repeat(40) + "c",
                "(?:[]|)]?|$)".repeat(40) + "c");
    }

    @ParameterizedTest
    @MethodSource
    void regular_expression_that_can_match_nothing_in_too_many_ways_is_refused(String regex) {
        assertThatThrownBy(() -> load("rule \"Bad\" when Item( name matches \"" + regex + "\" ) then end"))
                .hasMessageContaining("this regular expression can match nothing in more than 1000 ways");
    }

    @Test
    void regular_expression_with_comments_is_refused_since_blanks_hide_its_repetitions() {
        assertThatThrownBy(() -> load("rule \"Bad\" when Item( name matches"
                        + " \"(?ix)(?:(?:(?:(){9 999}){9 999}){9 999}){9 999}c\" ) then end"))
                .hasMessageContaining("comments in a regular expression (the flag x) are not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i).*\\\\b(upload|download|file|files|attach(ment|ed)?|pdf|csv|image|photo|avatar|zip|tar)s?\\\\b.*",
                "(?s)\\\\s*(?<key>[\\\\w.-]+)\\\\s*(?:[:=]\\\\s*(?<value>[^\\\\s]*))?\\\\s*(#.*)?",
                "(\\\\d{1,3}\\\\.){3}\\\\d{1,3}(/\\\\d+)?(\\\\s+.*)?",
                "(a|b|c|d|e|f|g|h|i|j|k|l|m)?(n|o|p|q|r|s|t|u|v|w|x|y|z)?.*",
                "\\\\(?x[]x|]*\\\\c(.*"
            })
    void regular_expression_as_people_write_them_is_taken(String regex) {
        load("rule \"Good\" when Item( name matches \"" + regex + "\" ) then end");
    }

    @Test
    void text_is_looked_for_in_time_that_grows_with_its_length() {
        consequence("String x = \"a\"; for ( int i = 0; i < 19; i++ ) { x = x + x; }"
                + " String y = x.substring( 262144 ) + \"b\"; for ( int i = 0; ; i++ ) { if ( x.contains( y ) ) { } }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item() Item() Item()",
                "Item( $a : price ) Item( price != $a, $b : price ) Item( price > $a + $b + 100000000 )",
                "Item( $a : price ) not ( Item( price > $a ) and Item( price == -1 ) )  Item() Item()",
                "$l : List() from collect( Item() ) Item() Item( $n : name ) accumulate( Item( $p : price ); $s : collectList( $p ) )"
            })
    void joins_without_end_are_stopped(String conditions) {
        stopped(load("rule \"Bad\" when " + conditions + " then end"), items(4_000));
    }

    @Test
    void bindings_that_double_a_text_are_refused() {
        StringBuilder binds = new StringBuilder("$a0 : name + name");
        for (int i = 1; i < 40; i++) {
            binds.append(", $a")
                    .append(i)
                    .append(" : $a")
                    .append(i - 1)
                    .append(" + $a")
                    .append(i - 1);
        }
        String drl = "rule \"Bad\" when Item( " + binds + " ) then insert( new Note( $a39 ) ); end";
        Throwable thrown = catchThrowable(() -> load(drl).infer(items(1), SHORT));
        assertThat(thrown).hasMessageContaining("h.drl:1:");
    }

    @Test
    void salience_and_from_that_take_long_are_stopped() {
        stopped(
                load(
                        "rule \"Bad\" salience ( $n.replace( \"i\", \"j\" ).length() ) when Item( $n : name ) Item() then end"),
                items(5_000));
        stopped(load("rule \"Bad\" when Item() Item() String() from [ \"a\", \"b\", \"c\" ] then end"), items(5_000));
    }

    @Test
    void deep_chain_of_conclusions_is_told_or_done() {
        RuleBase rules = load(
                "rule \"Bad\" when Offer( $a : amount < 19000 ) then insertLogical( new Offer( \"x\", $a + 1 ) ); end\n"
                        + "rule \"Gone\" salience -1 when $o : Offer( amount == 0 ) Offer( amount == 19000 ) then delete( $o ); end");
        Throwable thrown = catchThrowable(() -> rules.infer(List.of(new Shop.Offer("x")), SessionLimits.DEFAULT));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(RuleFailure.class).hasMessageContaining("h.drl:");
        }
    }

    @Test
    void list_of_other_things_is_refused_where_it_is_handed_over() {
        RuleBase rules = RuleBase.load(
                MusterVocabulary.INSTANCE,
                List.of(new DrlSource(
                        "h.drl",
                        "rule \"Bad\" when $l : List() from accumulate( $c : Conclusion(), collectList( $c ) )"
                                + " then insert( new Ask( \"a\", \"b\", $l ) ); end")));
        List<Object> facts = List.of(new dev.muster.fact.Conclusion("a", "b"));
        assertThatThrownBy(() -> rules.infer(facts, SHORT))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("a String is wanted, not the Conclusion");
    }

    /** A legal rule set that Drools 10.1 and 10.2 fail at; when a newer one does not, this test says so. */
    @Test
    void fault_of_the_engine_is_told_with_its_reason_and_what_to_change() {
        RuleBase rules = RuleBase.load(MusterVocabulary.INSTANCE, List.of(new DrlSource("h.drl", """
                rule "how many" @because("b") when accumulate( Conclusion( kind == "open" ); $s : count() )
                then insertLogical( new Conclusion( "count", "" + $s ) ); end
                rule "open" extends "how many" @because("b") when TaskType( $n : name )
                then insert( new Conclusion( "open", $n ) ); end
                rule "kinds" @because("b") no-loop
                when accumulate( Conclusion( kind == "count", $x : name ); $all : collectSet( $x ); $all.size() > 0 )
                then insertLogical( new Conclusion( "kinds", "" + $all.size() ) ); end
                rule "spread" extends "kinds" @because("b") salience 4 no-loop
                when TaskType( $n : name ) ( TaskType( name == "t4" ) or Conclusion( kind == "spread" ) )
                then insertLogical( new Conclusion( "spread", $n ) ); end
                """)));
        List<Object> facts = List.of(new dev.muster.fact.TaskType("t4"));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("the rule engine itself failed: NullPointerException: ")
                .hasMessageContaining("(in LinkedList.remove). This is a fault of the engine, not of the rules.")
                .hasMessageContaining("leave no-loop or salience out of them, or let another rule count")
                .satisfies(e -> assertThat(((RuleFailure) e).place()).hasToString("h.drl:1:1"));
    }

    @Test
    void others_are_served_while_hostile_sessions_run() throws InterruptedException {
        RuleBase endless =
                load("rule \"Bad\" when Item() then for ( int i = 0; ; i++ ) { insert( new Offer( \"x\", i ) ); } end");
        RuleBase plain = load("rule \"Good\" when Item( $n : name ) then insert( new Offer( $n ) ); end");
        List<Thread> hostile = IntStream.range(0, 8)
                .mapToObj(i -> Thread.startVirtualThread(() -> stopped(endless, items(1))))
                .toList();
        for (int i = 0; i < 20; i++) {
            assertThat(plain.infer(items(3), SessionLimits.DEFAULT).firings()).hasSize(3);
        }
        for (Thread thread : hostile) {
            thread.join();
        }
        assertThat(dev.muster.limit.Memory.OF_PROCESS.taken()).isZero();
    }
}
