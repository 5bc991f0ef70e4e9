package dev.muster.policy.drl.loading;

import static dev.muster.policy.drl.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes out of a session besides the facts: reasons, firings, and what is known of a rule from its text. */
class RuleBaseTest {
    private static RuleBase load(String drl) {
        return RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("shop/offers.drl", drl)));
    }

    @Test
    void a_derived_fact_has_the_rule_and_what_it_matched_as_its_reason() {
        RuleBase rules = load("""
                package shop

                /** Cheap things sell. */
                rule "A cheap item is offered"
                @because("it costs next to nothing")
                when $i : Item( price < 10 )
                then insert( new Offer( $i.name(), 1 ) );
                end
                """);
        Item5 five = new Item5();
        Inference inference = rules.infer(List.of(five.item, item("dear", 50)), SessionLimits.DEFAULT);
        RuleInfo rule = rules.rules().getFirst();
        assertThat(inference.derived())
                .containsExactly(new Derived(new Shop.Offer("five", 1), List.of(new Firing(rule, five.item))));
        assertThat(rule.because()).isEqualTo("it costs next to nothing");
        assertThat(rule.doc()).isEqualTo("Cheap things sell.");
        assertThat(rule.shown()).isEqualTo("rule \"A cheap item is offered\" (shop/offers.drl:4)");
        assertThat(rule.makes())
                .extracting(made -> made.type() + made.arguments().getLast().literal())
                .containsExactly("Offer1");
        assertThat(rule.reads().getFirst().compared())
                .extracting(c -> c.property() + c.operator() + c.literal() + " " + c.place())
                .containsExactly("price<10 shop/offers.drl:6:25");
    }

    private static final class Item5 {
        final Shop.Item item = item("five", 5);
    }

    @Test
    void what_follows_is_the_same_without_a_record_of_why() {
        RuleBase rules = load("rule \"r\" when $i : Item( price < 10 ) then insert( new Offer( $i.name(), 1 ) ); end");
        List<Shop.Item> facts = List.of(item("a", 5), item("b", 50));
        assertThat(rules.conclude(facts, SessionLimits.DEFAULT))
                .isEqualTo(rules.infer(facts, SessionLimits.DEFAULT).facts())
                .contains(new Shop.Offer("a", 1));
    }

    @Test
    void equal_facts_of_several_rules_are_one_with_all_reasons() {
        RuleBase rules = load("""
                rule "one" when Item( name == "a" ) then insert( new Note( "x" ) ); end
                rule "two" when Item( name == "b" ) then insert( new Note( "x" ) ); end
                """);
        Inference inference = rules.infer(List.of(item("a", 1), item("b", 2)), SessionLimits.DEFAULT);
        assertThat(inference.derived()).hasSize(1);
        assertThat(inference.derived().getFirst().reasons())
                .extracting(reason -> reason.rule().name())
                .containsExactly("one", "two");
    }

    @Test
    void a_logical_fact_has_only_the_reasons_that_still_hold() {
        RuleBase rules = load("""
                rule "cheap" when Item( price < 10 ) then insertLogical( new Note( "good" ) ); end
                rule "named" when Item( name == "a" ) then insertLogical( new Note( "good" ) ); end
                rule "gone" salience -5 when $i : Item( price == 5 ) then delete( $i ); end
                """);
        Inference inference = rules.infer(List.of(item("a", 50), item("b", 5)), SessionLimits.DEFAULT);
        assertThat(inference.derived()).hasSize(1);
        assertThat(inference.derived().getFirst().reasons())
                .extracting(reason -> reason.rule().name())
                .containsExactly("named");
    }

    @Test
    void a_query_is_answered_after_the_rules_have_fired() {
        RuleBase rules = load("""
                query "offers" ( String $name, int $amount ) Offer( name == $name, amount == $amount ) end
                rule "offer" when $i : Item() then insert( new Offer( $i.name(), $i.price() ) ); end
                """);
        List<@org.jspecify.annotations.Nullable Object> open = new java.util.ArrayList<>();
        open.add(null);
        open.add(2);
        Inference inference = rules.infer(
                List.of(item("a", 1), item("b", 2)), SessionLimits.DEFAULT, List.of(new RuleBase.Ask("offers", open)));
        assertThat(inference.queries().get("offers"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("$name", "b"));
    }
}
