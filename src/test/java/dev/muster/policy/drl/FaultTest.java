package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.source.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody reads whose rule is wrong: the place, what was found, and what to write. */
class FaultTest {
    private static String message(String drl) {
        FaultException thrown = catchThrowableOfType(
                FaultException.class,
                () -> RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("shop/offers.drl", drl))));
        assertThat(thrown).as("nothing was refused").isNotNull();
        return String.valueOf(thrown.getMessage());
    }

    private static String when(String conditions) {
        return message("rule \"r\" when " + conditions + " then end");
    }

    private static String then(String statements) {
        return message("rule \"r\" when $i : Item( $n : name, $p : price ) then " + statements + " end");
    }

    @Test
    void property_misspelt() {
        assertThat(when("Item( nmae == \"a\" )"))
                .isEqualTo(
                        "shop/offers.drl:1:21: Item has no property \"nmae\". Did you mean \"name\"? (in rule \"r\")");
    }

    @Test
    void property_of_a_property_misspelt() {
        assertThat(when("Box( item.prise > 3 )"))
                .isEqualTo(
                        "shop/offers.drl:1:25: Item has no property \"prise\". Did you mean \"price\"? (in rule \"r\")");
    }

    @Test
    void type_misspelt() {
        assertThat(when("Itme()"))
                .isEqualTo("shop/offers.drl:1:15: there is no type \"Itme\". Did you mean \"Item\"? (in rule \"r\")");
    }

    @Test
    void constructor_misspelt() {
        assertThat(then("insert( new Offre( $n ) );"))
                .isEqualTo("shop/offers.drl:1:63: there is no type \"Offre\". Did you mean \"Offer\"? (in rule \"r\")");
    }

    @Test
    void constructor_with_wrong_arguments() {
        assertThat(then("insert( new Offer( 1, $n ) );"))
                .isEqualTo("shop/offers.drl:1:63: \"Offer\" does not take (int, String): write Offer(String name) or"
                        + " Offer(String name, int amount) (in rule \"r\")");
    }

    @Test
    void function_misspelt() {
        assertThat(then("inserd( new Offer( $n ) );"))
                .isEqualTo(
                        "shop/offers.drl:1:55: a rule cannot call \"inserd\". Did you mean \"insert\"? (in rule \"r\")");
    }

    @Test
    void method_misspelt() {
        assertThat(when("Item( name.startWith( \"a\" ) )"))
                .isEqualTo("shop/offers.drl:1:26: String has no method \"startWith\"."
                        + " Did you mean \"startsWith\"? (in rule \"r\")");
    }

    @Test
    void constant_misspelt() {
        assertThat(when("Item( colour == Colour.GREN )"))
                .isEqualTo("shop/offers.drl:1:38: Colour has no constant \"GREN\"."
                        + " Did you mean \"GREEN\"? (in rule \"r\")");
    }

    @Test
    void constant_written_as_text() {
        assertThat(when("Item( colour == \"green\" )"))
                .isEqualTo("shop/offers.drl:1:28: a value of type Colour is never equal to the text \"green\":"
                        + " write Colour.GREEN (in rule \"r\")");
    }

    @Test
    void operator_misspelt() {
        assertThat(when("Item( tags contain \"a\" )"))
                .isEqualTo("shop/offers.drl:1:26: \"contain\" is not an operator."
                        + " Did you mean \"contains\"? (in rule \"r\")");
    }

    @Test
    void single_equals_sign() {
        assertThat(when("Item( name = \"a\" )"))
                .isEqualTo("shop/offers.drl:1:26: \"=\" does not compare: write \"==\" (in rule \"r\")");
    }

    @Test
    void unknown_name() {
        assertThat(then("insert( new Offer( $m ) );"))
                .isEqualTo("shop/offers.drl:1:74: nothing is named \"$m\". There are: $i, $n, $p. (in rule \"r\")");
    }

    @Test
    void name_of_within_not() {
        assertThat(message("rule \"r\" when not Item( $x : name ) then insert( new Offer( $x ) ); end"))
                .isEqualTo("shop/offers.drl:1:61: nothing is named \"$x\". (in rule \"r\")");
    }

    @Test
    void name_bound_twice() {
        assertThat(when("Item( $n : name ) Note( $n : text )"))
                .isEqualTo("shop/offers.drl:1:39: \"$n\" is already bound: choose another name,"
                        + " or compare with \"== $n\" (in rule \"r\")");
    }

    @Test
    void then_missing() {
        assertThat(message("rule \"r\"\nwhen\n  Item()\nend"))
                .isEqualTo("shop/offers.drl:4:1: \"then\" is missing in this rule; found \"end\" (in rule \"r\")");
    }

    @Test
    void end_missing() {
        assertThat(message("rule \"a\" when Item() then\nrule \"b\" when then end"))
                .isEqualTo(
                        "shop/offers.drl:1:1: this rule is not closed: \"end\" is missing before \"rule\" (in rule \"a\")");
    }

    @Test
    void bracket_missing() {
        assertThat(when("Item( price > 3"))
                .startsWith("shop/offers.drl:1:31: \",\" or \")\" is missing between constraints; found \"then\"");
    }

    @Test
    void text_not_closed() {
        assertThat(message("rule \"r\" when Item( name == \"a ) then\nend"))
                .startsWith("shop/offers.drl:1:29: this text is not closed: a \" is missing at its end");
    }

    @Test
    void semicolon_missing() {
        assertThat(then("insert( new Offer( $n ) )"))
                .isEqualTo("shop/offers.drl:1:80: \";\" is missing at the end of this statement (in rule \"r\")");
    }

    @Test
    void two_rules_of_one_name() {
        FaultException thrown = catchThrowableOfType(
                FaultException.class,
                () -> RuleBase.load(
                        Shop.VOCABULARY,
                        List.of(
                                new DrlSource("a.drl", "rule \"r\" when then end"),
                                new DrlSource("b.drl", "\nrule \"r\" when then end"))));
        assertThat(thrown)
                .hasMessage("b.drl:2:6: the name \"r\" is taken by a.drl:1:1: choose another (in rule \"r\")");
    }

    @Test
    void all_faults_of_all_files_are_told_at_once() {
        FaultException thrown = catchThrowableOfType(
                FaultException.class,
                () -> RuleBase.load(
                        Shop.VOCABULARY,
                        List.of(
                                new DrlSource("a.drl", """
                                        rule "one"
                                        when
                                          Itm()
                                          $i : Item( nam == "x", prise > 3 )
                                          Person( $a : ages )
                                        then
                                          insert( new Ofer( $i.nane() ) );
                                          insert( new Offer( $a ) );
                                          update( $q );
                                        end
                                        """),
                                new DrlSource(
                                        "b.drl",
                                        "rule \"two\" salience \"x\" when Item( price == \"abc\" ) then end"))));
        assertThat(thrown.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "a.drl:3:3: there is no type \"Itm\". Did you mean \"Item\"? (in rule \"one\")",
                        "a.drl:4:14: Item has no property \"nam\". Did you mean \"name\"? (in rule \"one\")",
                        "a.drl:4:26: Item has no property \"prise\". Did you mean \"price\"? (in rule \"one\")",
                        "a.drl:5:16: Person has no property \"ages\". Did you mean \"age\"? (in rule \"one\")",
                        "a.drl:7:11: there is no type \"Ofer\". Did you mean \"Offer\"? (in rule \"one\")",
                        "a.drl:9:11: nothing is named \"$q\". There are: $i. (in rule \"one\")",
                        "b.drl:1:12: \"salience\" needs a whole number, such as 10, -5 or a name of the conditions (in rule \"two\")",
                        "b.drl:1:42: a number is compared with the text \"abc\", which is not a number (in rule \"two\")");
    }

    @Test
    void a_fact_that_cannot_change() {
        assertThat(then("modify( $i ) { setPrice( 3 ) }"))
                .isEqualTo(
                        "shop/offers.drl:1:70: \"price\" of Item cannot be changed: delete the fact and insert a new one"
                                + " (in rule \"r\")");
    }

    @Test
    void constraint_that_is_not_true_or_false() {
        assertThat(when("Item( name )"))
                .isEqualTo("shop/offers.drl:1:21: this must be true or false, but it is a value of type String:"
                        + " compare it with something (in rule \"r\")");
    }

    @Test
    void regular_expression_that_is_none() {
        assertThat(when("Item( name matches \"(a\" )"))
                .isEqualTo("shop/offers.drl:1:34: this is not a regular expression: Unclosed group (in rule \"r\")");
    }

    @Test
    void query_called_with_too_few_values() {
        assertThat(message("query \"q\" ( String $a, int $b ) Item( name == $a, price == $b ) end\n"
                        + "rule \"r\" when ?q( $x; ) then end"))
                .isEqualTo("shop/offers.drl:2:16: the query \"q\" takes 2 values, not 1 (in rule \"r\")");
    }

    @Test
    void unsupported_parts_say_what_to_write_instead() {
        assertThat(message("function int f( int x ) { return x; }"))
                .isEqualTo("shop/offers.drl:1:1: functions cannot be written in rules:"
                        + " use the functions that there are, or conditions");
        assertThat(message("declare Thing name : String end"))
                .isEqualTo(
                        "shop/offers.drl:1:1: types cannot be declared in rules: insert a fact of a type that there is");
        assertThat(when("Item() over window:time( 3m )")).contains("windows (\"over\") are not supported");
        assertThat(when("Item() from entry-point \"x\"")).contains("entry points are not supported");
        assertThat(when("/items[ price > 3 ]")).contains("(OOPath) are not supported: write \"Type() from …\"");
        assertThat(when("Item( \"a\"; )")).contains("values without a property's name are not supported");
        assertThat(when("Note( this after $x )")).contains("the operator \"after\" is not supported");
        assertThat(when("Item( name soundslike \"a\" )")).contains("the operator \"soundslike\" is not supported");
        assertThat(when("Person( this#Worker.pay > 3 )")).contains("the inline cast \"#\" is not supported");
        assertThat(when("accumulate( Item( $p : price ), init( int t = 0; ) action( t += $p; ) result( t ) )"))
                .contains("code in an accumulate is not supported");
        assertThat(when("accumulate( Item( $p : price ); $v : variance( $p ) )"))
                .contains("there is no function \"variance\" to accumulate with.");
        assertThat(message("rule \"r\" timer ( int: 3s ) when then end")).contains("\"timer\" is not supported");
        assertThat(message("rule \"r\" agenda-group \"g\" when then end"))
                .contains("\"agenda-group\" is not supported: write \"ruleflow-group\"");
        assertThat(then("while ( true ) { }")).contains("\"while\" is not supported");
        assertThat(then("for ( int x, y : $n ) { }"))
                .contains("write \"for (var x : list) { … }\" or \"for (int i = 0; i < 3; i++) { … }\"; found \",\"");
        assertThat(then("try { } catch ( Exception e ) { }")).contains("\"try\" is not supported");
        assertThat(message("rule \"r\" when Item() then[x] end")).contains("named consequences are not supported");
    }

    @Test
    void attribute_misspelt() {
        assertThat(message("rule \"r\" saliense 3 when then end"))
                .isEqualTo("shop/offers.drl:1:10: \"saliense\" is not known before \"when\"."
                        + " Did you mean \"salience\"? (in rule \"r\")");
    }

    @Test
    void keyword_misspelt() {
        assertThat(message("rul \"r\" when then end"))
                .isEqualTo(
                        "shop/offers.drl:1:1: a rule or a query should begin here; found \"rul\". Did you mean \"rule\"?");
    }

    @Test
    void rule_that_extends_none_or_itself() {
        assertThat(message("rule \"r\" extends \"q\" when then end"))
                .isEqualTo(
                        "shop/offers.drl:1:18: there is no rule \"q\" to extend. Did you mean \"r\"? (in rule \"r\")");
        assertThat(message("rule \"a\" extends \"b\" when then end rule \"b\" extends \"a\" when then end"))
                .contains("this rule extends itself");
    }

    @Test
    void import_of_something_else() {
        assertThat(message("import java.io.File;"))
                .isEqualTo("shop/offers.drl:1:1: \"java.io.File\" cannot be imported:"
                        + " rules use only the words of the vocabulary.");
    }

    @Test
    void open_query_within_not() {
        assertThat(message("query \"q\" ( String $n ) Item( name == $n ) end\n"
                        + "rule \"r\" when Note( $t : text ) not q( $t; ) then end"))
                .isEqualTo("shop/offers.drl:2:37: within \"not\" and \"exists\" a query is called with \"?\":"
                        + " write ?q( … ) (in rule \"r\")");
    }

    @Test
    void focus_on_a_group_that_no_rule_is_in_is_refused() {
        String drl = "rule \"a\" ruleflow-group \"late\" when then end\n"
                + "rule \"b\" when then if ( true ) { drools.setFocus( \"lat\" ); } else { drools.setFocus( \"MAIN\" ); } end";
        assertThat(message(drl))
                .isEqualTo(
                        "shop/offers.drl:2:51: no rule is in the ruleflow-group \"lat\". Did you mean \"late\"? (in rule \"b\")");
    }

    @Test
    void largest_of_values_without_an_order_is_refused() {
        assertThat(message("rule \"a\" when accumulate( $i : Item(); max( $i ) ) then end"))
                .isEqualTo(
                        "shop/offers.drl:1:40: \"max\" needs values that have an order, such as numbers and texts, not Item (in rule \"a\")");
    }
}
