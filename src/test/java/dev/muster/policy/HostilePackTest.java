package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Rulebook;
import dev.muster.policy.drl.explain.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes after the rules ends too: saying why not. */
@Timeout(12)
class HostilePackTest {
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
