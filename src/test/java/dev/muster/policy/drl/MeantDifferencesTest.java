package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.drl.loading.RuleBase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where ours does what the language says and Drools' compiler does not; {@code docs/rule-language.md} lists them. */
class MeantDifferencesTest {
    private static List<String> firings(String drl) {
        RuleBase rules = RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("d.drl", drl)));
        return rules.infer(Facts.of("things"), SessionLimits.DEFAULT).facts().stream()
                .filter(fact -> fact instanceof Shop.Offer
                        || fact instanceof Shop.Note note && note.text().length() > 5)
                .map(Object::toString)
                .toList();
    }

    private static boolean drools(String drl) {
        try (Oracle oracle = new Oracle(Map.of("d", drl))) {
            return oracle.refused().isEmpty()
                    && !oracle.run("d", Facts.of("things")).failed();
        }
    }

    @Test
    void a_conditional_can_be_compared() {
        String drl = "rule \"r\" when Item( ( price > 40 ? \"dear\" : \"cheap\" ) == \"dear\", $n : name )"
                + " then insert( new Offer( $n ) ); end";
        assertThat(firings(drl)).containsExactly("Offer[name=b, amount=0]");
        assertThat(drools(drl)).isFalse();
    }

    @Test
    void branches_of_an_or_can_bind_a_name_in_different_types() {
        String drl = "rule \"r\" when ( Item( $n : name == \"b\" ) or Note( $n : text == \"a\" ) ) Item( name == $n )"
                + " then insert( new Offer( $n ) ); end";
        assertThat(firings(drl)).containsExactlyInAnyOrder("Offer[name=b, amount=0]", "Offer[name=a, amount=0]");
        assertThat(drools(drl)).isFalse();
    }

    @Test
    void a_query_within_not_gets_the_value_of_its_argument() {
        String drl = "query \"named\" ( String $n ) Item( name == $n ) end"
                + " rule \"r\" when Note( $t : text ) not ?named( $t; ) then insert( new Offer( $t ) ); end";
        assertThat(firings(drl)).containsExactly("Offer[name=cheap, amount=0]", "Offer[name=5, amount=0]");
    }

    @Test
    void a_function_of_an_accumulate_can_use_names_of_several_patterns() {
        String drl = "rule \"r\" when Item( name == \"a\", $a : price )"
                + " accumulate( Item( $p : price ); $s : sum( $p + $a ) ) then insert( new Offer( \"sum\", $s ) ); end";
        assertThat(firings(drl)).containsExactly("Offer[name=sum, amount=118]");
        assertThat(drools(drl)).isFalse();
    }

    @Test
    void texts_are_equal_by_value_in_a_consequence_too() {
        String drl = "rule \"r\" when Item( name == \"a\", $n : name )"
                + " then if ( $n + \"b\" == \"ab\" ) insert( new Offer( \"same\" ) ); end";
        assertThat(firings(drl)).containsExactly("Offer[name=same, amount=0]");
    }
}
