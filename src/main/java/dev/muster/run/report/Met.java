package dev.muster.run.report;

import dev.muster.run.event.RunEvent.LimitReached;
import dev.muster.run.event.RunEvent.PersonAnswered;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunEvent.TroubleMet;
import dev.muster.run.report.RunReport.Decided;
import dev.muster.run.report.RunReport.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What went wrong, and what people decided. */
final class Met {
    private final Map<String, PersonAsked> asked = new HashMap<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    void add(PersonAsked e) {
        asked.put(e.askId(), e);
    }

    void add(Instant at, PersonAnswered e) {
        PersonAsked question = asked.get(e.askId());
        decided(at, question == null ? e.askId() : question.text(), e.answer(), e.by(), e.why());
    }

    void decided(Instant at, String question, String answer, String by, String why) {
        decisions.add(new Decided(at, question, answer, by, why));
    }

    void add(Instant at, TroubleMet e) {
        String of = e.step() != null ? e.step() : String.valueOf(e.phase());
        String where = e.gate() == null ? of : of + " (" + e.gate() + " review)";
        issues.add(new Issue(at, where, word(e.kind()), e.text(), word(e.remedy())));
    }

    void add(Instant at, LimitReached e) {
        String what = word(e.limit());
        issues.add(new Issue(at, e.step() == null ? "the run" : e.step(), "limit", "the limit on " + what, "ask"));
    }

    List<Decided> decisions() {
        return decisions;
    }

    List<Issue> issues() {
        return issues;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
