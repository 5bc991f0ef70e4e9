package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.limit.Allowance;
import dev.muster.limit.Memory;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Rulebook;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes after the rules ends too: settling what they proposed, and saying why not. */
@Timeout(20)
class HostilePackTest {
    @Test
    void many_thousands_of_steps_are_stopped_with_the_file_that_proposed_them() {
        Pack pack = new SmallPack().append("many.drl", """
                        rule "Many" @because("b") when Signal( name == "endpoint" ) then
                          for ( int i = 0; i < 12000; i++ ) { insert( new UseAgent( "builder", Role.PRIMARY, "p" + i ) ); }
                        end
                        """).pack();
        Allowance two = new Allowance(Duration.ofSeconds(2), System::nanoTime, Memory.OF_PROCESS);
        assertThatThrownBy(() -> two.spentOn(() -> Shipped.plan(pack, "", "Add an endpoint")))
                .isInstanceOf(RuleLimitException.class)
                .satisfies(e -> assertThat(((RuleLimitException) e).place())
                        .isNotNull()
                        .satisfies(place -> assertThat(place.file()).isEqualTo("small/many.drl")));
    }

    @Test
    void or_after_or_does_not_double_the_ways_each_time() {
        String constraint = "( name == \"a\" || kind == \"b\" )" + " && ( name != \"c\" || kind != \"d\" )".repeat(40);
        Rulebook book = Rulebook.of(
                MusterVocabulary.INSTANCE,
                List.of(new DrlSource(
                        "w.drl",
                        "rule \"r\" when Signal( " + constraint + " ) Conclusion( " + constraint
                                + " ) then insert( new Category( \"x\" ) ); end")));
        assertThat(book.attempts(new Target("Category", List.of(Demand.is("name", "x"))), List.of(), type -> 1))
                .hasSize(1);
    }
}
