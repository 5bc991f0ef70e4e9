package dev.muster.policy.drl.loading;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.Shop;
import dev.muster.source.FaultException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a hundred bytes that would become more than all memory are counted, and refused where they stand. */
@Timeout(20)
class SizesTest {
    private static final String EITHER = "  ( Item( price == 1 ) or Item( price == 2 ) )\n";

    private static void load(String drl) {
        RuleBase base = RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("f.drl", drl)));
        base.infer(List.of(), new SessionLimits(10, Duration.ofSeconds(5)));
    }

    private static String rule(String conditions) {
        return "rule \"r\"\nwhen\n" + conditions + "\nthen\nend\n";
    }

    @Test
    void alternatives_that_multiply_are_refused_at_the_line_with_which_they_are_too_many() {
        assertThatCode(() -> load(rule(EITHER.repeat(9)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> load(rule(EITHER.repeat(16))))
                .isInstanceOf(FaultException.class)
                .hasMessage("f.drl:12:5: from here on the conditions become more than 10000 patterns, since each \"or\""
                        + " multiplies those before it: let rules of their own insert a fact for each alternative, and"
                        + " ask for that fact here (in rule \"r\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "( %s )",
                "exists ( %s )",
                "not ( %s )",
                "not ( exists ( %s ) )",
                "exists ( not ( %s ) )",
                "( Item() or ( %s ) )",
                "not ( Item() and not ( %s ) )",
                "accumulate( ( Item() and not ( %s ) ); $n : count() )",
                "$all : Number() from accumulate( ( Item() and not ( %s ) ), count() )",
            })
    void alternatives_that_multiply_are_refused_wherever_they_are_nested(String around) {
        String many = "( Item() or Item() ) and ".repeat(40) + "Item()";
        assertThatThrownBy(() -> load(rule("  " + around.formatted(many))))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("f.drl:3:")
                .hasMessageContaining("become more than 10000 patterns");
    }

    @Test
    void alternatives_in_a_query_are_counted_too() {
        assertThatThrownBy(() -> load("query q()\n" + EITHER.repeat(60) + "end\n"))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("f.drl:11:5: from here on");
    }

    @Test
    void alternatives_that_rules_take_over_are_counted_with_their_own() {
        String drl = "rule \"base\"\nwhen\n" + EITHER.repeat(8) + "then\nend\n"
                + "rule \"more\" extends \"base\"\nwhen\n" + EITHER.repeat(8) + "then\nend\n"
                + "rule \"last\" extends \"more\"\nwhen\nthen\nend\n";
        assertThatThrownBy(() -> load(drl))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("f.drl:16:5: from here on")
                .hasMessageEndingWith("(in rule \"more\")");
    }

    @Test
    void many_rules_that_are_too_large_only_together_are_refused() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            drl.append("rule \"r")
                    .append(i)
                    .append("\" when\n")
                    .append(EITHER.repeat(8))
                    .append("then end\n");
        }
        assertThatThrownBy(() -> load(drl.toString()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("the rules up to here become more than 200000 patterns")
                .hasMessageContaining("(in rule \"r97\")");
    }

    @Test
    void rules_that_extend_one_another_without_end_are_refused() {
        StringBuilder drl = new StringBuilder("rule \"r0\" when then end\n");
        for (int i = 1; i < 15_000; i++) {
            drl.append("rule \"r%d\" extends \"r%d\" when Item() then end%n".formatted(i, i - 1));
        }
        assertThatThrownBy(() -> load(drl.toString()))
                .isInstanceOf(FaultException.class)
                .hasMessage(
                        "f.drl:101:21: more than 100 rules extend one another: extend one of the first of them (in rule"
                                + " \"r100\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accumulate( ( Item() or Item() ); $n : count() )",
                "accumulate( ( Item() and exists ( Item() or Item() ) ); $n : count() )",
                "$all : Number() from accumulate( ( Item() or Item() ), count() )",
            })
    void alternatives_that_an_accumulate_would_go_over_are_refused_at_their_place(String conditions) {
        assertThatThrownBy(() -> load(rule(conditions)))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("f.drl:3:")
                .hasMessageContaining("\"or\" is not supported in what an accumulate goes over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item( %s )|$p%d : price|more than 500 constraints in one pattern",
                "Item( %s )|price > %d|more than 500 constraints in one pattern",
                "accumulate( Item(); %s )|$n%d : count()|more than 100 functions in one accumulate",
            })
    void what_stands_side_by_side_is_refused_beyond_what_a_pattern_has(String written) {
        String[] parts = written.split("\\|");
        String many = IntStream.range(0, 50_000).mapToObj(parts[1]::formatted).collect(Collectors.joining(", "));
        assertThatThrownBy(() -> load(rule(parts[0].formatted(many))))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("f.drl:3:")
                .hasMessageContaining(parts[2]);
    }
}
