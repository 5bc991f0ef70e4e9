package dev.muster.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The cases of the shipped pack: all are green, they reach every rule and row, and they notice when one is gone. Every build
 * tries some rules and rows, and {@code ./muster test --all} all of them.
 */
class ShippedCasesTest {
    private static final int SAMPLE = 25;

    private static final Pack PACK = Shipped.backend();
    private static final List<CaseResult> RESULTS = CaseRunner.run(PACK);

    @Test
    void shippedCases_onShippedRules_areGreen() {
        assertThat(RESULTS).hasSizeGreaterThan(250);
        assertThat(RESULTS.stream().filter(result -> !result.passed()).map(ShippedCasesTest::shown))
                .isEmpty();
    }

    @Test
    void shippedCases_together_reachEveryRuleAndRow() {
        Coverage coverage = Coverage.of(PACK, RESULTS);

        assertThat(coverage.idleRules()).as("rules that fire in no case").isEmpty();
        assertThat(coverage.idleRows()).as("rows that no case uses").isEmpty();
        assertThat(coverage.rules()).isGreaterThan(100);
        assertThat(coverage.rows()).isGreaterThan(150);
    }

    /** The version seeds the sample, so a changed pack is tried at other places and an unchanged one at the same. */
    @Test
    void shippedCases_withoutARuleOrRow_goRed() {
        long seed = PACK.version().hashCode();
        Mutation mutation = OnDemand.all() ? Mutation.all(PACK) : Mutation.sample(PACK, SAMPLE, seed);

        assertThat(mutation.verdicts()).hasSizeGreaterThanOrEqualTo(SAMPLE);
        assertThat(mutation.unnoticed().stream().map(Mutant::shown))
                .as("taken out, and no case went red")
                .isEmpty();
    }

    private static String shown(CaseResult red) {
        String mismatches = red.mismatches().stream()
                .map(m -> "  " + m.place() + " expected " + m.expected() + "\n  found " + m.found())
                .collect(Collectors.joining("\n"));
        return red.place() + " " + red.name() + "\n" + mismatches + "\n  fired " + red.fired();
    }
}
