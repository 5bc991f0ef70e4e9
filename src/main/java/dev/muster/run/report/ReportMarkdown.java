package dev.muster.run.report;

import dev.muster.plan.rendering.MarkdownPage;
import dev.muster.plan.rendering.MarkdownText;
import dev.muster.run.report.RunReport.CheckReport;
import dev.muster.run.report.RunReport.Component;
import dev.muster.run.report.RunReport.Decided;
import dev.muster.run.report.RunReport.Hand;
import dev.muster.run.report.RunReport.Issue;
import dev.muster.run.report.RunReport.PhaseReport;
import dev.muster.run.report.RunReport.ReviewReport;
import dev.muster.run.report.RunReport.TestRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run's report as a document. */
public final class ReportMarkdown {
    private static final int FILES = 20;

    private final MarkdownPage page = new MarkdownPage();
    private final RunReport report;

    private ReportMarkdown(RunReport report) {
        this.report = report;
    }

    public static String of(RunReport report) {
        return new ReportMarkdown(report).write();
    }

    private String write() {
        page.heading(1, "Run: " + MarkdownText.inline(report.title()));
        if (report.rehearsed()) {
            page.paragraph("**Rehearsed**: nobody was called; what stands here was made up.");
        }
        page.paragraph("**" + words(report.status()) + "**: " + MarkdownText.inline(report.summary()));
        section("Phases", report.phases(), this::phase);
        section("What was built", report.rehearsed() ? List.of() : report.components(), this::component);
        section("Tests", report.tests(), this::tests);
        section(
                "Checks",
                report.checks().stream().filter(check -> !check.phase()).toList(),
                this::check);
        section(
                "Integration",
                report.checks().stream().filter(CheckReport::phase).toList(),
                this::check);
        section("Reviews", report.reviews(), this::review);
        section("Handed in by people and workers", report.handedIn(), this::hand);
        section("Issues met", report.issues(), this::issue);
        section("Decisions", report.decisions(), this::decision);
        section("Links", report.links(), link -> page.item(MarkdownText.inline(link)));
        section("Next steps", report.nextSteps(), step -> page.item(MarkdownText.inline(step)));
        use();
        return page.toString();
    }

    private <T> void section(String heading, List<T> entries, Consumer<T> line) {
        if (!entries.isEmpty()) {
            page.heading(2, heading);
            entries.forEach(line);
        }
    }

    private void phase(PhaseReport phase) {
        String name = MarkdownText.inline(phase.name());
        page.item("**" + name + "**: " + words(phase.status()), () -> {
            steps("done", phase.completed());
            steps("in progress", phase.inProgress());
            steps("pending", phase.pending());
            steps("not done", phase.notDone());
            steps("blocked", phase.blocked());
            steps("skipped", phase.skipped());
            if (!phase.issues().isEmpty()) {
                page.item("issues: " + phase.issues().size());
            }
        });
    }

    private void steps(String how, List<String> steps) {
        if (!steps.isEmpty()) {
            page.item(how + ": " + codes(steps));
        }
    }

    private void component(Component component) {
        page.item(
                "**" + MarkdownText.inline(component.name()) + "**: "
                        + count(component.filesCreated()) + " created, "
                        + component.filesChanged().size() + " changed",
                () -> {
                    component.summaries().forEach(summary -> page.item(MarkdownText.inline(summary)));
                    files("created", component.filesCreated());
                    files("changed", component.filesChanged());
                });
    }

    private static String count(List<String> files) {
        return files.size() + (files.size() == 1 ? " file" : " files");
    }

    private void files(String how, List<String> files) {
        if (!files.isEmpty()) {
            String more = files.size() > FILES ? " and " + (files.size() - FILES) + " more" : "";
            page.item(how + ": " + codes(files.subList(0, Math.min(files.size(), FILES))) + more);
        }
    }

    private void tests(TestRun tests) {
        String coverage = tests.coveragePercent() == null
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% covered", tests.coveragePercent());
        page.item(MarkdownText.code(tests.step()) + ": " + tests.passed() + " passed, " + tests.failed() + " failed, "
                + tests.skipped() + " skipped" + coverage);
    }

    private void check(CheckReport check) {
        page.item(MarkdownText.inline(check.of()) + ": " + MarkdownText.code(String.join(" ", check.command())) + " "
                + words(check.result())
                + (check.result().equals("passed") ? "" : ": " + MarkdownText.inline(check.message())));
    }

    private void review(ReviewReport review) {
        page.item(
                MarkdownText.code(review.step()) + ": " + MarkdownText.inline(review.gate()) + " review "
                        + words(review.result()) + " after " + review.rounds()
                        + (review.rounds() == 1 ? " round" : " rounds") + said(review.by(), review.at(), review.why()),
                () -> review.open().forEach(open -> page.item("open: " + MarkdownText.inline(open))));
    }

    private void hand(Hand hand) {
        page.item(MarkdownText.code(hand.step())
                + (hand.gate() == null ? "" : " (" + MarkdownText.inline(hand.gate()) + " review)")
                + said(hand.by(), hand.at(), hand.why()));
    }

    private static String said(@Nullable String by, @Nullable Instant at, @Nullable String why) {
        return (by == null ? "" : ", by " + MarkdownText.inline(by))
                + (at == null ? "" : ", " + at.truncatedTo(ChronoUnit.SECONDS))
                + (why == null || why.isBlank() ? "" : ": " + MarkdownText.inline(why));
    }

    private void issue(Issue issue) {
        page.item(MarkdownText.inline(issue.of()) + ": " + MarkdownText.inline(issue.text()) + " → "
                + words(issue.remedy()));
    }

    private void decision(Decided decided) {
        String why = decided.why().isBlank() ? "" : " (" + MarkdownText.inline(decided.why()) + ")";
        page.item(MarkdownText.inline(decided.question()) + " → **" + MarkdownText.inline(decided.answer()) + "** by "
                + MarkdownText.inline(decided.by()) + why);
    }

    private void use() {
        page.heading(2, "Use");
        page.paragraph(String.format(
                Locale.ROOT,
                "%s of work, %s of agents, $%.2f",
                count(report.use().minutes(), "minute"),
                count(report.use().calls(), "call"),
                report.use().costUsd()));
        page.paragraph("Made of " + report.trail().events() + " events; the hash of the last is "
                + MarkdownText.code(report.trail().lastHash()) + ".");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String codes(List<String> names) {
        return String.join(", ", names.stream().map(MarkdownText::code).toList());
    }

    private static String words(String word) {
        return word.replace('_', ' ').replace('-', ' ');
    }
}
