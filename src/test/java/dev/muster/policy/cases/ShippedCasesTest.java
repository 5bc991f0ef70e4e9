package dev.muster.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of each shipped pack: all are green, they reach every rule and row, and they notice when one is gone. Every build
 * tries some rules and rows, and {@code ./muster test --all} all of them.
 */
class ShippedCasesTest {
    private static final int SAMPLE = 25;
    private static final Map<String, Pack> PACKS = new TreeMap<>();
    private static final Map<String, List<CaseResult>> RESULTS = new TreeMap<>();

    static List<String> packs() {
        return Shipped.names();
    }

    private static Pack pack(String name) {
        return PACKS.computeIfAbsent(name, Shipped::pack);
    }

    private static List<CaseResult> results(String name) {
        return RESULTS.computeIfAbsent(name, n -> CaseRunner.run(pack(n)));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void shipped_cases_on_shipped_rules_are_green(String name) {
        assertThat(results(name)).hasSizeGreaterThan(50);
        assertThat(results(name).stream().filter(result -> !result.passed()).map(ShippedCasesTest::shown))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void shipped_cases_together_reach_every_rule_and_row(String name) {
        Coverage coverage = Coverage.of(pack(name), results(name));

        assertThat(coverage.idleRules()).as("rules that fire in no case").isEmpty();
        assertThat(coverage.idleRows()).as("rows that no case uses").isEmpty();
        assertThat(coverage.rules()).isGreaterThan(10);
        assertThat(coverage.rows()).isGreaterThan(20);
    }

    /** The version seeds the sample, so a changed pack is tried at other places and an unchanged one at the same. */
    @ParameterizedTest
    @MethodSource("packs")
    void shipped_cases_without_a_rule_or_row_go_red(String name) {
        Pack pack = pack(name);
        long seed = pack.version().hashCode();
        Mutation mutation = OnDemand.all() ? Mutation.all(pack) : Mutation.sample(pack, SAMPLE, seed);

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
