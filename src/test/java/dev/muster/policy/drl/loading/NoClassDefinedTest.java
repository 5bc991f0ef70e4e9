package dev.muster.policy.drl.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.drl.ConformanceTest;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Facts;
import dev.muster.policy.drl.Oracle;
import dev.muster.policy.drl.Shop;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loading rules defines no class, neither named nor hidden: a native executable could not, and a reload would leak. */
class NoClassDefinedTest {
    @Test
    void loading_other_rules_defines_no_class() {
        Map<String, String> cases = ConformanceTest.cases();
        // Every path of our own code is taken once: Java links each of its lambdas on first use.
        loadAndRun(cases, "warm");
        loadAndRun(cases, "warmer");
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long before = classes.getTotalLoadedClassCount();
        for (int i = 0; i < 3; i++) {
            loadAndRun(cases, "x" + i);
        }
        assertThat(classes.getTotalLoadedClassCount() - before)
                .as("classes defined while %d sets of new rules were loaded", 3 * cases.size())
                .isLessThanOrEqualTo(2);
    }

    /** Loads each set with names, texts and numbers of its own. */
    private static void loadAndRun(Map<String, String> cases, String mark) {
        cases.forEach((name, drl) -> {
            String other = drl.replace("rule \"", "rule \"" + mark)
                    .replace("extends \"", "extends \"" + mark)
                    .replace("zzz", mark)
                    .replace("100", "10" + mark.length());
            RuleBase rules = RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource(name, other)));
            for (String set : List.of("all", "backwards")) {
                Oracle.ours(rules, Facts.of(set));
            }
        });
    }
}
