package dev.muster.plan.rendering;

import dev.muster.plan.Limits;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Delegation;
import dev.muster.plan.Plan.Question;
import dev.muster.plan.TaskContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The chapters of a plan's document beside its analysis and its steps. */
record MarkdownEntries(MarkdownPage page, MarkdownReasons reasons) {

    void questions(List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        page.heading(2, "Open questions");
        page.paragraph(
                "This plan is provisional: it can be run once these are answered. Answer with `muster answer`, or"
                        + " plan the task again with the answers.");
        int number = 1;
        for (Question question : questions) {
            page.numbered(number, "**" + MarkdownText.line(question.text()) + "**", () -> answering(question));
            number++;
        }
    }

    private void answering(Question question) {
        List<String> choices = question.choices();
        if (choices != null) {
            page.item("Choices: " + MarkdownSteps.codes(choices));
        }
        page.item("Answer with: " + MarkdownText.code("--answer " + question.id() + "=…"));
        if (reasons.full()) {
            page.item("Why", () -> reasons.list(question.because()));
        } else if (!question.because().isEmpty()) {
            page.item("Why: " + reasons.brief(question.text(), question.because()));
        }
    }

    void answers(TaskContext context) {
        if (!context.answers().isEmpty()) {
            page.heading(2, "Answered questions");
            context.answers()
                    .forEach((id, answer) -> page.item(MarkdownText.code(id) + ": " + MarkdownText.inline(answer)));
        }
    }

    void escalations(Plan plan) {
        boolean handover = plan.delegation() == Delegation.HANDOVER;
        if (plan.escalations().isEmpty() && !handover) {
            return;
        }
        page.heading(2, handover ? "Handover" : "Escalations");
        if (handover) {
            boolean beside = plan.steps().findAny().isPresent();
            page.paragraph("The task as a whole belongs to somebody else."
                    + (beside ? " The steps below come beside their work." : " Nothing is planned here."));
        }
        plan.escalations()
                .forEach(escalation -> reasons.entry(
                        "**" + MarkdownText.line(escalation.kind()) + "** goes to "
                                + MarkdownText.inline(escalation.to()),
                        "",
                        escalation.because()));
    }

    void prerequisites(List<Plan.Prerequisite> prerequisites) {
        chapter("Prerequisites", prerequisites);
        for (Plan.Prerequisite needed : prerequisites) {
            Boolean present = needed.present();
            String found = present == null ? " (nobody has looked yet)" : present ? "" : " (missing)";
            reasons.entry(
                    (present != null && present ? "[x] " : "[ ] ") + MarkdownText.code(needed.path()) + found,
                    "",
                    needed.because());
        }
    }

    void rollback(List<Plan.Rollback> rollback) {
        chapter("Rollback", rollback);
        String shared = reasons.shared(rollback.stream().map(back -> reasons.withoutWords(back.because())));
        if (shared != null) {
            page.paragraph("Why: " + shared + ".");
        }
        int number = 1;
        for (Plan.Rollback back : rollback) {
            String words = MarkdownText.code(back.step()) + ": " + MarkdownText.inline(back.text());
            page.numbered(number, words, () -> reasons.below(back.text(), shared == null ? back.because() : List.of()));
            number++;
        }
    }

    void risks(List<Plan.Risk> risks) {
        chapter("Risks", risks);
        risks.forEach(risk -> reasons.entry(
                "**" + risk.severity().name().toLowerCase(Locale.ROOT) + "**: " + MarkdownText.inline(risk.text()),
                risk.text(),
                risk.because()));
    }

    void successCriteria(List<Plan.SuccessCriterion> criteria) {
        chapter("Success criteria", criteria);
        criteria.forEach(criterion ->
                reasons.entry("[ ] " + MarkdownText.inline(criterion.text()), criterion.text(), criterion.because()));
    }

    void estimate(Plan.Estimate estimate) {
        page.heading(2, "Estimate");
        reasons.named("Complexity **" + estimate.complexity() + "**", estimate.because());
    }

    void limits(Limits limits) {
        page.heading(2, "Limits");
        page.paragraph("At most " + count(limits.steps(), "step") + ", " + count(limits.parallelAgents(), "agent")
                + " at a time, " + count(limits.attempts(), "attempt") + " at a step, "
                + count(limits.rounds(), "round") + " of a review, " + count(limits.minutes(), "minute") + ", "
                + BigDecimal.valueOf(limits.cost()).stripTrailingZeros().toPlainString() + " US dollars.");
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    void skills(List<Plan.Skill> skills) {
        chapter("Skills", skills);
        skills.forEach(skill -> reasons.entry(
                MarkdownText.code(skill.name()) + ": " + MarkdownText.inline(skill.when()), "", skill.because()));
    }

    void leftOut(List<Plan.LeftOut> leftOut) {
        chapter("Left out", leftOut);
        leftOut.forEach(out -> reasons.entry(
                MarkdownText.code(out.agent()) + " · " + MarkdownText.inline(out.purpose()), "", out.because()));
    }

    private void chapter(String title, List<?> entries) {
        if (!entries.isEmpty()) {
            page.heading(2, title);
        }
    }
}
