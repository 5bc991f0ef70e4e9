package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import com.sun.management.OperatingSystemMXBean;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reloads 1,700 rules of which another one changed each time: the median of 400 after 400 to warm up, all threads counted. */
public final class OneChanged {
    private static final int RULES = 1_700;
    private static final int RELOADS = 400;
    private static final int KEPT_BY_ALL = 26;
    private static final int STEP = 37;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private OneChanged() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBase base = RuleBase.load(MusterVocabulary.INSTANCE, Decision.rules(RULES, -1));
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        int changed = 0;
        for (int i = 0; i < 2 * RELOADS; i++) {
            changed = (changed + STEP) % (RULES - KEPT_BY_ALL);
            List<DrlSource> sources = Decision.rules(RULES, changed);
            long used = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            base = RuleBase.load(MusterVocabulary.INSTANCE, sources, base);
            if (i >= RELOADS) {
                wall.add((System.nanoTime() - begun) / 1e6);
                cpu.add((PROCESS.getProcessCpuTime() - used) / 1e6);
            }
        }
        Collections.sort(wall);
        Collections.sort(cpu);
        System.out.printf(
                "one of %d rules changed: %.1f ms, 95 %% within %.1f ms; %.0f ms of CPU%n",
                RULES,
                wall.get(RELOADS / 2),
                wall.get(RELOADS * 95 / 100),
                cpu.get(RELOADS / 2));
    }
}
