package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kie.api.KieBase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision: by Muster, by Muster without a record of why, by Drools' compiled rules, and by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    @Param({"26", "1700"})
    public int rules;

    @Param({"10", "35", "100", "1000", "10000"})
    public int facts;

    private RuleBase muster;
    private KieBase drools;
    private List<Object> given;

    @Setup
    public void load() {
        Logger.getLogger("").setLevel(Level.WARNING);
        List<DrlSource> sources = Decision.rules(rules, -1);
        muster = RuleBase.load(dev.muster.policy.vocabulary.MusterVocabulary.INSTANCE, sources);
        drools = DroolsCompiled.compile(sources);
        given = Decision.facts(facts);
        Set<Object> expected = new HashSet<>(given);
        expected.addAll(Decision.byHand(given));
        for (List<Object> found : List.of(muster(), musterWithoutBecause(), drools())) {
            if (!new HashSet<>(found).equals(expected)) {
                throw new IllegalStateException("expected " + expected + "\nbut found " + found);
            }
        }
    }

    @Benchmark
    public List<Object> muster() {
        return muster.infer(given, SessionLimits.DEFAULT).facts();
    }

    @Benchmark
    public List<Object> musterWithoutBecause() {
        return muster.conclude(given, SessionLimits.DEFAULT);
    }

    @Benchmark
    public List<Object> drools() {
        return DroolsCompiled.run(drools, given);
    }

    @Benchmark
    public Set<Object> byHand() {
        return Decision.byHand(given);
    }
}
