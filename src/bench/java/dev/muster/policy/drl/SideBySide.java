package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import com.sun.management.ThreadMXBean;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kie.api.KieBase;

/**
 * The decision in turns, in one process: CPU time and allocation of the thread, the median of rounds after as many to warm up. Ratios
 * hold on a machine that has other work to do, where forks that run one after another would each meet another machine.
 */
public final class SideBySide {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 9;

    private SideBySide() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        double small = compare(26, 35, true);
        double large = compare(1_700, 35, false);
        System.out.printf("growth from 26 to 1700 rules: %.2f%n", large / small);
        for (int facts : new int[] {10, 100, 1_000, 10_000}) {
            compare(26, facts, true);
        }
    }

    private record Cost(double micros, long bytes) {}

    private static double compare(int rules, int facts, boolean withDrools) {
        List<DrlSource> sources = Decision.rules(rules, -1);
        List<Object> given = Decision.facts(facts);
        RuleBase muster = RuleBase.load(MusterVocabulary.INSTANCE, sources);
        List<Supplier<Object>> ways = new ArrayList<>(List.of(
                () -> muster.infer(given, SessionLimits.DEFAULT).facts(),
                () -> muster.conclude(given, SessionLimits.DEFAULT),
                () -> Decision.byHand(given)));
        if (withDrools) {
            KieBase drools = DroolsCompiled.compile(sources);
            ways.add(() -> DroolsCompiled.run(drools, given));
        }
        int times = Math.max(20, 250_000 / (facts + 25));
        List<Cost> costs = medians(ways, times);
        System.out.printf("%d rules, %d facts:", rules, facts);
        String[] names = {"muster", "without because", "by hand", "drools"};
        for (int i = 0; i < costs.size(); i++) {
            System.out.printf(" %s %.1f us %d B,", names[i], costs.get(i).micros(), costs.get(i).bytes());
        }
        System.out.printf(
                " because %+.0f %%, by hand x %.0f",
                100 * (costs.get(0).micros() / costs.get(1).micros() - 1),
                costs.get(0).micros() / costs.get(2).micros());
        if (withDrools) {
            System.out.printf(
                    ", drools x %.2f, its allocation x %.2f",
                    costs.get(0).micros() / costs.get(3).micros(),
                    (double) costs.get(0).bytes() / costs.get(3).bytes());
        }
        System.out.println();
        return costs.get(0).micros();
    }

    private static List<Cost> medians(List<Supplier<Object>> ways, int times) {
        List<List<Double>> micros = new ArrayList<>();
        long[] bytes = new long[ways.size()];
        ways.forEach(way -> micros.add(new ArrayList<>()));
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int i = 0; i < bytes.length; i++) {
                Cost cost = cost(ways.get(i), times);
                bytes[i] = cost.bytes();
                if (round >= ROUNDS) {
                    micros.get(i).add(cost.micros());
                }
            }
        }
        List<Cost> medians = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            Collections.sort(micros.get(i));
            medians.add(new Cost(micros.get(i).get(ROUNDS / 2), bytes[i]));
        }
        return medians;
    }

    private static Cost cost(Supplier<Object> way, int times) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        int seen = 0;
        for (int i = 0; i < times; i++) {
            seen += way.get() == null ? 0 : 1;
        }
        if (seen != times) {
            throw new IllegalStateException("a decision gave nothing");
        }
        double used = THREADS.getCurrentThreadCpuTime() - nanos;
        return new Cost(used / times / 1_000, (THREADS.getCurrentThreadAllocatedBytes() - bytes) / times);
    }
}
