package dev.muster.run.report;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.Remedy;
import dev.muster.run.RunEvent.GateOverridden;
import dev.muster.run.RunEvent.TroubleMet;
import dev.muster.run.RunEvent.VerdictGiven;
import dev.muster.run.report.RunReport.ReviewReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What reviews came to. */
final class Reviews {
    private final Map<String, ReviewReport> reviews = new LinkedHashMap<>();

    void add(VerdictGiven e) {
        ReviewReport before = reviews.get(key(e.step(), e.gate()));
        reviews.put(
                key(e.step(), e.gate()),
                new ReviewReport(
                        e.step(),
                        e.gate(),
                        word(e.level()),
                        before == null ? 1 : before.rounds() + 1,
                        e.passed() ? "passed" : "open",
                        e.conditions().stream().map(HandedIn::line).toList()));
    }

    void add(GateOverridden e) {
        put(e.step(), e.gate(), "overridden");
    }

    void add(TroubleMet e) {
        if (e.step() != null && e.gate() != null && e.remedy() == Remedy.Kind.REPORT) {
            put(e.step(), e.gate(), "reported");
        }
    }

    List<ReviewReport> reports() {
        return List.copyOf(reviews.values());
    }

    private void put(String step, String gate, String result) {
        ReviewReport before = reviews.get(key(step, gate));
        reviews.put(
                key(step, gate),
                before == null
                        ? new ReviewReport(step, gate, "", 0, result, List.of())
                        : new ReviewReport(step, gate, before.level(), before.rounds(), result, before.open()));
    }

    private static String key(String step, String gate) {
        return step + "\n" + gate;
    }

    private static String word(ReviewLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
