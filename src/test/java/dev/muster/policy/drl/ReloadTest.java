package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.source.FaultException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that are loaded on top of an earlier load are those that a load of their own gives. */
class ReloadTest {
    private static final DrlSource OFFERS = new DrlSource(
            "offers.drl", "rule \"offer\" when Item( $n : name, price > 10 ) then insert( new Offer( $n ) ); end");
    private static final DrlSource BASE =
            new DrlSource("base.drl", "rule \"cheap\" when Item( $x : name, price < 10 ) then end");
    private static final DrlSource CHILD = new DrlSource(
            "child.drl", "rule \"note\" extends \"cheap\" when then insert( new Note( \"cheap \" + $x ) ); end");

    private static RuleBase load(DrlSource... sources) {
        return RuleBase.load(Shop.VOCABULARY, List.of(sources));
    }

    private static RuleBase reload(RuleBase earlier, DrlSource... sources) {
        return RuleBase.load(Shop.VOCABULARY, List.of(sources), earlier);
    }

    private static void assertSame(RuleBase found, RuleBase expected) {
        assertThat(found.rules()).isEqualTo(expected.rules());
        assertThat(found.queries()).isEqualTo(expected.queries());
        for (String set : Facts.SETS) {
            assertThat(Oracle.ours(found, Facts.of(set))).isEqualTo(Oracle.ours(expected, Facts.of(set)));
        }
    }

    @Test
    void every_construct_means_the_same_after_a_reload_of_unchanged_files() {
        Map<String, String> cases = ConformanceTest.cases();
        cases.forEach((name, drl) -> {
            RuleBase first = load(new DrlSource(name, drl));
            assertSame(reload(first, new DrlSource(name, drl)), load(new DrlSource(name, drl)));
        });
    }

    @Test
    void changed_file_is_read_again_and_the_earlier_rules_still_run() {
        RuleBase first = load(OFFERS, BASE, CHILD);
        Oracle.Outcome before = Oracle.ours(first, Facts.of("things"));
        DrlSource changed = new DrlSource(OFFERS.path(), "\n" + OFFERS.text().replace("> 10", "> 20"));
        assertSame(reload(first, changed, BASE, CHILD), load(changed, BASE, CHILD));
        assertThat(Oracle.ours(first, Facts.of("things"))).isEqualTo(before);
    }

    @Test
    void rule_that_extends_a_changed_one_changes_with_it() {
        RuleBase first = load(BASE, CHILD);
        DrlSource changed =
                new DrlSource("base.drl", "rule \"cheap\" when Note( $x : text ) Item( name == $x ) then end");
        assertSame(reload(first, changed, CHILD), load(changed, CHILD));
        DrlSource other = new DrlSource("base.drl", "rule \"cheap\" when Item( $x : price ) then end");
        assertSame(reload(first, other, CHILD), load(other, CHILD));
    }

    @Test
    void rule_that_calls_a_query_of_another_type_is_checked_again() {
        DrlSource asks = new DrlSource(
                "asks.drl", "rule \"ask\" when ?find( $x; ) then insert( new Offer( \"found\", $x ) ); end");
        RuleBase first = load(new DrlSource("q.drl", "query find( int $p ) Item( $p := price ) end"), asks);
        DrlSource text = new DrlSource("q.drl", "query find( String $p ) Item( $p := name ) end");
        assertThatThrownBy(() -> reload(first, text, asks))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("asks.drl:1:43: \"Offer\" does not take (String, String)");
    }

    @Test
    void file_of_another_name_and_order_of_files_are_seen() {
        RuleBase first = load(OFFERS, BASE);
        DrlSource renamed = new DrlSource("other.drl", OFFERS.text());
        assertSame(reload(first, BASE, renamed), load(BASE, renamed));
        assertThat(reload(first, BASE, renamed).rules().getLast().file()).isEqualTo("other.drl");
    }

    @Test
    void faults_across_files_are_found_where_no_file_changed_by_itself() {
        RuleBase first = load(OFFERS, BASE, CHILD);
        assertThatThrownBy(() -> reload(first, OFFERS, CHILD))
                .hasMessageContaining("child.drl:1:21: there is no rule \"cheap\" to extend");
        DrlSource twin = new DrlSource("twin.drl", OFFERS.text());
        assertThatThrownBy(() -> reload(first, OFFERS, BASE, twin))
                .hasMessageContaining("twin.drl:1:6: the name \"offer\" is taken by offers.drl:1:1");
    }
}
