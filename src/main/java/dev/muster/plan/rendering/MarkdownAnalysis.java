package dev.muster.plan.rendering;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Analysis;
import dev.muster.plan.Plan.Named;
import dev.muster.plan.Plan.Worded;
import java.util.List;

/** What was made out about the task, as the chapter of a plan's document. */
record MarkdownAnalysis(MarkdownPage page, MarkdownReasons reasons) {

    void write(Analysis analysis) {
        page.heading(2, "Analysis");
        page.paragraph(MarkdownText.line(analysis.summary()));
        reasons.named(
                "**Pattern** " + MarkdownText.code(analysis.pattern()) + ", **scope** "
                        + MarkdownText.code(analysis.scope()),
                analysis.because());
        names("Task types", analysis.taskTypes());
        names("Categories", analysis.categories());
        names("Security triggers", analysis.securityTriggers());
        names("Performance triggers", analysis.performanceTriggers());
        analysis.otherTriggers().forEach((kind, triggers) -> names(capital(kind) + " triggers", triggers));
        requirements(analysis.requirements());
    }

    private void requirements(Plan.Requirements requirements) {
        if (requirements.equals(new Plan.Requirements(List.of(), List.of(), List.of(), List.of()))) {
            return;
        }
        page.heading(3, "Requirements");
        sentences("Functional", requirements.functional());
        sentences("Non-functional", requirements.nonFunctional());
        sentences("Constraints", requirements.constraints());
        sentences("Affected systems", requirements.affected());
    }

    private void names(String label, List<Named> names) {
        if (!names.isEmpty()) {
            page.item(
                    "**" + label + "**",
                    () -> names.forEach(named -> reasons.named(MarkdownText.code(named.name()), named.because())));
        }
    }

    private void sentences(String label, List<Worded> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        String shared = reasons.shared(sentences.stream().map(s -> reasons.brief(s.text(), s.because())));
        String reason = shared == null ? "" : " (why: " + shared + ")";
        page.item(
                "**" + label + "**" + reason,
                () -> sentences.forEach(sentence -> {
                    String words = MarkdownText.line(sentence.text());
                    if (shared == null) {
                        reasons.entry(words, sentence.text(), sentence.because());
                    } else {
                        page.item(words);
                    }
                }));
    }

    static String capital(String kind) {
        String words = MarkdownText.line(kind);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
