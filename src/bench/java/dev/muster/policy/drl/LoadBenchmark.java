package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.kie.api.KieBase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A reload of rules: of all, of one that changed, and by Drools' own compiler. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {
    @Param({"100", "1700"})
    public int rules;

    private RuleBase before;
    private List<DrlSource> next;
    private int changed;

    @Setup
    public void load() {
        Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        before = RuleBase.load(MusterVocabulary.INSTANCE, Decision.rules(rules, -1));
    }

    @Setup(Level.Invocation)
    public void change() {
        changed = (changed + 37) % (rules - 26);
        next = Decision.rules(rules, changed);
    }

    @Benchmark
    public RuleBase muster() {
        return RuleBase.load(MusterVocabulary.INSTANCE, next);
    }

    @Benchmark
    public RuleBase musterOneChanged() {
        before = RuleBase.load(MusterVocabulary.INSTANCE, next, before);
        return before;
    }

    @Benchmark
    public KieBase drools() {
        return DroolsCompiled.compile(next);
    }
}
