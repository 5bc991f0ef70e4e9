package dev.muster.policy.drl.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Facts;
import dev.muster.policy.drl.Oracle;
import dev.muster.policy.drl.RandomRules;
import dev.muster.policy.drl.Shop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Rules at random do what they do in Drools: 50 sets in every build, 2,000 by {@code ./muster test --all}. */
class RandomConformanceTest {
    private static final int SETS = OnDemand.size("random.rules", 50, 2_000);
    private static final long SEED = Long.getLong("random.seed", 20_261_121L);

    private int filling;

    @Test
    void random_rules_do_what_they_do_in_drools() {
        int batch = 50;
        int refused = 0;
        filling = 0;
        SoftAssertions all = new SoftAssertions();
        for (int from = 0; from < SETS; from += batch) {
            Map<String, String> sets = new LinkedHashMap<>();
            for (int i = from; i < Math.min(SETS, from + batch); i++) {
                sets.put("seed " + (SEED + i), new RandomRules(SEED + i).ruleSet());
            }
            refused += compare(sets, all);
        }
        all.assertAll();
        assertThat(refused).as("sets that Drools refuses").isLessThanOrEqualTo(SETS / 5);
        assertThat(filling).as("runs that would fill Drools' memory").isLessThanOrEqualTo(SETS / 50);
    }

    private int compare(Map<String, String> sets, SoftAssertions all) {
        try (Oracle oracle = new Oracle(sets)) {
            sets.forEach((name, drl) -> {
                if (!oracle.refused().containsKey(name)) {
                    RuleBase rules = RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource(name, drl)));
                    for (String facts : Facts.SETS) {
                        if (Oracle.fillsMemory(rules, Facts.of(facts))) {
                            filling++;
                            continue;
                        }
                        Oracle.Outcome expected = oracle.run(name, Facts.of(facts));
                        all.assertThat(Oracle.ours(rules, Facts.of(facts)))
                                .as("%s with %s:%n%s", name, facts, drl)
                                .isEqualTo(expected);
                    }
                }
            });
            return oracle.refused().size();
        }
    }
}
