package dev.muster.policy.drl.session;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** What happens while one session runs. Consequences tell it what they do; conditions ask it whether time is up. */
public final class Run {
    private static final ScopedValue<Run> CURRENT = ScopedValue.newInstance();
    private static final int FIRINGS_OF_A_PLAN = 64;
    private static final int LATELY = 1_000;
    private static final int MOST_COMBINATIONS = 3_000_000;
    private static final int MOST_CALLS = 200_000;
    private static final int MOST_CHARACTERS = 5_000_000;

    /** What Drools keeps for a combination of facts, a firing with its reasons, and a fact: measured, and rounded up. */
    private static final int BYTES_OF_A_COMBINATION = 160;

    private static final int BYTES_OF_A_CALL = 480;
    private static final int BYTES_OF_A_FIRING = 320;
    private static final int BYTES_OF_A_FACT = 480;

    private final SessionLimits limits;
    private final Allowance allowance;
    private final List<Firing> firings = new ArrayList<>(FIRINGS_OF_A_PLAN);
    private final List<Insertion> insertions = new ArrayList<>();
    private final Consumer<Firing> listener;
    private final boolean recording;
    private @Nullable Entered entered;
    private long characters;
    private int combinations;
    private int calls;

    /** A fact that a consequence inserted for good. */
    record Insertion(FactHandle handle, Object fact, Firing firing) {}

    Run(SessionLimits limits, Allowance allowance, Consumer<Firing> listener, boolean recording) {
        this.listener = listener;
        this.recording = recording;
        this.limits = limits;
        this.allowance = allowance;
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
            throw looping();
        }
        allowance.evaluates();
        allowance.holds(BYTES_OF_A_FIRING);
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

    /**
     * Told of each fact before a consequence inserts it.
     *
     * @param ofText how many characters are in it
     */
    public void holdsFact(long ofText) {
        allowance.tick(8);
        allowance.holds(BYTES_OF_A_FACT + ofText);
        characters += ofText;
        if (characters > MOST_CHARACTERS) {
            throw new OverLimitException(MOST_CHARACTERS + " characters of text in the facts that rules inserted");
        }
    }

    /**
     * Told when its session begins.
     *
     * @param bringIn what brings facts into the network that wait for it
     */
    void begins(Runnable bringIn) {
        entered = new Entered(allowance, bringIn);
    }

    /** Told of each fact after it was inserted. */
    public void entered(@Nullable FactHandle handle) {
        if (entered != null) {
            entered.add(handle);
        }
    }

    /** Told of each evaluation of a condition, which can go on for long without a rule firing. */
    public void tick() {
        allowance.evaluates();
    }

    /** Told of each turn of a loop. */
    public void loops() {
        allowance.tick();
    }

    /**
     * Told of each combination of facts that a join makes: they take memory.
     *
     * @param kept how often it is kept
     */
    public void joined(int kept) {
        allowance.evaluates();
        allowance.holds((long) BYTES_OF_A_COMBINATION * kept);
        if (++combinations > MOST_COMBINATIONS) {
            throw new OverLimitException(MOST_COMBINATIONS + " combinations of facts");
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
        allowance.evaluates();
        allowance.holds(BYTES_OF_A_CALL);
        if (++calls > MOST_CALLS) {
            throw new OverLimitException(MOST_CALLS + " calls of queries, the last of \"" + query
                    + "\", which maybe calls itself without end");
        }
    }

    /** The stop as it is told: which rule was at what, or the last that fired where that is not known. */
    public RuleLimitException stopped(
            OverLimitException over, @Nullable String rule, @Nullable Place place, String at) {
        String reached = "The rules were stopped after " + over.reached() + ": ";
        if (rule != null) {
            String joining = firings.isEmpty()
                    ? "; no rule has fired yet, so maybe it joins many facts without saying which belong together"
                    : "";
            return new RuleLimitException(
                    reached + "rule \"" + rule + "\" was at " + at + " (" + place + ")" + joining, place, over);
        }
        RuleInfo last = lastFired();
        return new RuleLimitException(
                reached + (last == null ? "no rule has fired yet" : "the last to fire was " + last.shown()),
                place(last),
                over);
    }

    @Nullable
    RuleInfo lastFired() {
        return firings.isEmpty() ? null : firings.getLast().rule();
    }

    private static @Nullable Place place(@Nullable RuleInfo rule) {
        return rule == null ? null : new Place(rule.file(), rule.line(), 1);
    }

    private RuleLimitException looping() {
        Map<RuleInfo, Integer> overall = counts(firings);
        List<Firing> lately = firings.subList(Math.max(0, firings.size() - LATELY), firings.size());
        List<RuleInfo> most = counts(lately).entrySet().stream()
                .sorted(Map.Entry.<RuleInfo, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        List<String> shown = most.stream()
                .map(rule -> rule.shown() + " fired " + overall.get(rule) + " times")
                .toList();
        return new RuleLimitException(
                "The rules were stopped after " + limits.maxFirings() + " firings: " + String.join(", ", shown)
                        + ". Maybe its consequence makes its own condition true again: say no-loop, or add a \"not\" for what it inserts.",
                place(most.getFirst()),
                null);
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
