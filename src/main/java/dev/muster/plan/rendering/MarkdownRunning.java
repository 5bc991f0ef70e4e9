package dev.muster.plan.rendering;

import dev.muster.plan.Plan;
import dev.muster.plan.Running;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a plan wants to be carried out, as far as it says more than usual. */
record MarkdownRunning(MarkdownPage page, MarkdownReasons reasons) {
    void write(Plan plan) {
        Running running = plan.running();
        if (running != null && running.because().isEmpty()) {
            running = null;
        }
        if (running == null && plan.repositories().isEmpty() && plan.delivery() == null) {
            return;
        }
        page.heading(2, "Carrying it out");
        plan.repositories()
                .forEach(repository -> page.item("**Repository** " + MarkdownText.code(repository.name()) + " ("
                        + MarkdownText.code(repository.path()) + "): " + MarkdownSteps.codes(repository.steps())));
        if (plan.delivery() != null) {
            page.item("**Handing in** by " + MarkdownSteps.codes(plan.delivery().steps())
                    + ", in every repository that was changed: "
                    + plan.delivery().actions().stream()
                            .map(MarkdownRunning::words)
                            .collect(Collectors.joining(", ")));
        }
        if (running != null) {
            running(running);
        }
    }

    private void running(Running running) {
        page.item(
                running.context() == Running.Handing.EVERYTHING
                        ? "**Context**: each step is handed everything that the steps before it made"
                        : "**Context**: each step is handed what the steps that it names made");
        if (running.auditTrail()) {
            page.item("**Audit trail**: every decision and every round of a review is on record");
        }
        if (running.status() == Running.Telling.PHASES) {
            page.item("**Status**: after each phase, what is done, under way, open and blocked, and what comes next");
        }
        page.item("**Interrupted**: " + (running.resumable() ? "the run goes on where it was" : "starts anew"));
        if (running.parallelFailures() > 0) {
            page.item("**Failures**: " + running.parallelFailures()
                    + " or more that have nothing to do with one another are worked on side by side");
        }
        if (!running.onTrouble().isEmpty()) {
            page.item("**Trouble**: "
                    + String.join(
                            " → ",
                            running.onTrouble().stream()
                                    .map(MarkdownText::inline)
                                    .toList()));
        }
        if (!running.report().parts().isEmpty()) {
            page.item("**Report** (" + words(running.report().format()) + "): "
                    + running.report().parts().stream()
                            .map(MarkdownText::inline)
                            .collect(Collectors.joining("; ")));
        }
        if (reasons.full()) {
            page.item("**Why**", () -> reasons.list(running.because()));
        }
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
