package dev.muster.policy.drl.session;

import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Limits;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kie.api.runtime.rule.FactHandle;

/** What happens while one session runs. Consequences tell it what they do; constraints ask it whether time is up. */
public final class Run {
    private static final ScopedValue<Run> CURRENT = ScopedValue.newInstance();
    private static final int FIRINGS_OF_A_PLAN = 64;
    private static final int LATELY = 1_000;
    private static final int MOST_COMBINATIONS = 3_000_000;
    private static final int MOST_CALLS = 200_000;

    private final Limits limits;
    private final long deadlineNanos;
    private final List<Firing> firings = new ArrayList<>(FIRINGS_OF_A_PLAN);
    private final List<Insertion> insertions = new ArrayList<>();
    private final Consumer<Firing> listener;
    private final boolean recording;
    private int ticks;
    private int combinations;
    private int calls;

    /** A fact that a consequence inserted for good. */
    record Insertion(FactHandle handle, Object fact, Firing firing) {}

    Run(Limits limits, long nowNanos, Consumer<Firing> listener, boolean recording) {
        this.listener = listener;
        this.recording = recording;
        this.limits = limits;
        this.deadlineNanos = nowNanos + limits.maxTime().toNanos();
    }

    static ScopedValue.Carrier carrying(Run run) {
        return ScopedValue.where(CURRENT, run);
    }

    /** The run that this thread is in. */
    public static Run current() {
        return CURRENT.get();
    }

    /** Notes that a rule fires; ends the session where it fired too often. */
    public void fires(Firing firing) {
        firings.add(firing);
        if (firings.size() >= limits.maxFirings()) {
            throw new RuleLimitException("The rules were stopped after " + limits.maxFirings() + " firings: " + loop());
        }
        if ((firings.size() & 0xF) == 0) {
            checkTime();
        }
        listener.accept(firing);
    }

    /** Whether anybody will ask why. */
    public boolean isRecording() {
        return recording;
    }

    public void inserted(FactHandle handle, Object fact, Firing firing) {
        if (recording) {
            insertions.add(new Insertion(handle, fact, firing));
        }
    }

    /** Told of each comparison in a join, which can go on for long without a rule firing. */
    public void tick() {
        if ((++ticks & 0x3FF) == 0) {
            checkTime();
        }
    }

    /** Told of each combination of facts that a join makes: they take memory. */
    public void joined() {
        tick();
        if (++combinations > MOST_COMBINATIONS) {
            throw new RuleLimitException(
                    "The rules were stopped after " + MOST_COMBINATIONS + " combinations of facts: " + lastFired());
        }
    }

    /** Told of each call of a query; says nothing outside a run, where rules are only loaded. */
    public static void noteCall(String query) {
        if (CURRENT.isBound()) {
            CURRENT.get().calls(query);
        }
    }

    /** A query that calls itself without end takes memory before it takes time. */
    private void calls(String query) {
        tick();
        if (++calls > MOST_CALLS) {
            throw new RuleLimitException("The rules were stopped after " + MOST_CALLS
                    + " calls of queries, the last of \"" + query + "\": maybe it calls itself without end");
        }
    }

    private String lastFired() {
        return firings.isEmpty()
                ? "no rule has fired yet, so a rule joins many facts without saying which belong together"
                : "the last to fire was " + firings.getLast().rule().shown();
    }

    private void checkTime() {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new RuleLimitException(
                    "The rules were stopped after " + limits.maxTime().toMillis() + " ms: " + lastFired());
        }
    }

    private String loop() {
        Map<RuleInfo, Integer> overall = counts(firings);
        List<Firing> lately = firings.subList(Math.max(0, firings.size() - LATELY), firings.size());
        List<String> most = counts(lately).entrySet().stream()
                .sorted(Map.Entry.<RuleInfo, Integer>comparingByValue().reversed())
                .limit(3)
                .map(entry -> entry.getKey().shown() + " fired " + overall.get(entry.getKey()) + " times")
                .toList();
        return String.join(", ", most)
                + ". Maybe its consequence makes its own condition true again: say no-loop, or add a \"not\" for what it inserts.";
    }

    private static Map<RuleInfo, Integer> counts(List<Firing> firings) {
        Map<RuleInfo, Integer> counts = new LinkedHashMap<>();
        firings.forEach(firing -> counts.merge(firing.rule(), 1, Integer::sum));
        return counts;
    }

    List<Firing> firings() {
        return firings;
    }

    List<Insertion> insertions() {
        return insertions;
    }
}
