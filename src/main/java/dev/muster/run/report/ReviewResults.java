package dev.muster.run.report;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent.GateOverridden;
import dev.muster.run.event.RunEvent.TroubleMet;
import dev.muster.run.event.RunEvent.VerdictGiven;
import dev.muster.run.event.Trouble;
import dev.muster.run.report.RunReport.ReviewReport;
import dev.muster.run.state.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reviews came to, and on whose word. */
final class ReviewResults {
    /** Work went on though nobody gave a verdict on it. */
    private static final String NOT_REVIEWED = "not-reviewed";

    private final Route route;
    private final Map<String, ReviewReport> reviews = new LinkedHashMap<>();
    /** The last round of a step's work that its reviewer gave a verdict on. */
    private final Map<String, Integer> judged = new HashMap<>();

    ReviewResults(Route route) {
        this.route = route;
    }

    void add(Instant at, VerdictGiven e) {
        ReviewReport before = reviews.get(key(e.step(), e.gate()));
        judged.put(key(e.step(), e.gate()), e.round());
        reviews.put(
                key(e.step(), e.gate()),
                new ReviewReport(
                        e.step(),
                        e.gate(),
                        word(e.level()),
                        before == null ? 1 : before.rounds() + 1,
                        e.passed() ? "passed" : "open",
                        e.conditions().stream().map(HandedIn::line).toList(),
                        e.by() == null ? agent(e.step(), e.gate()) : e.by(),
                        e.why(),
                        at));
    }

    void add(Instant at, GateOverridden e) {
        boolean reviewed = judged.getOrDefault(key(e.step(), e.gate()), 0) == e.round();
        put(e.step(), e.gate(), reviewed ? "overridden" : NOT_REVIEWED, e.by(), e.why(), at);
    }

    void add(Instant at, TroubleMet e) {
        if (e.step() != null && e.gate() != null && e.remedy() == Remedy.Kind.REPORT) {
            String result = e.kind() == Trouble.Kind.REVIEW ? "reported" : NOT_REVIEWED;
            put(e.step(), e.gate(), result, e.decidedBy(), e.text(), at);
        }
    }

    List<ReviewReport> reports() {
        return List.copyOf(reviews.values());
    }

    private void put(String step, String gate, String result, String by, String why, Instant at) {
        ReviewReport before = reviews.get(key(step, gate));
        reviews.put(
                key(step, gate),
                new ReviewReport(
                        step,
                        gate,
                        before == null ? level(step, gate) : before.level(),
                        before == null ? 0 : before.rounds(),
                        result,
                        before == null ? List.of() : before.open(),
                        by,
                        why,
                        at));
    }

    private @Nullable String agent(String step, String gate) {
        Route.Gate found = gate(step, gate);
        return found == null ? null : found.agent();
    }

    private String level(String step, String gate) {
        Route.Gate found = gate(step, gate);
        return found == null ? "" : word(found.level());
    }

    private Route.@Nullable Gate gate(String step, String gate) {
        Route.RunStep stop = route.stop(step);
        return stop == null
                ? null
                : stop.gates().stream()
                        .filter(one -> one.name().equals(gate))
                        .findFirst()
                        .orElse(null);
    }

    private static String key(String step, String gate) {
        return step + "\n" + gate;
    }

    private static String word(ReviewLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
