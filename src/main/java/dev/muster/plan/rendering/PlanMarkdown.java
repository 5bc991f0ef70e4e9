package dev.muster.plan.rendering;

import dev.muster.plan.Plan;

/** A plan as a document to paste into a tracker; it reads as plain text in a terminal too. */
public final class PlanMarkdown {
    private static final int SHORT_HASH = 12;

    private PlanMarkdown() {}

    /**
     * The document. What a person must answer or decide comes before everything else, then the analysis, then the work.
     *
     * @param why all reasons with their places, facts and words; else the most telling in one line
     */
    public static String render(Plan plan, boolean why) {
        MarkdownPage page = new MarkdownPage();
        MarkdownReasons reasons = new MarkdownReasons(page, why);
        MarkdownEntries entries = new MarkdownEntries(page, reasons);
        headline(plan, page);
        entries.questions(plan.questions());
        entries.escalations(plan);
        new MarkdownAnalysis(page, reasons).write(plan.analysis());
        entries.answers(plan.task().context());
        entries.prerequisites(plan.prerequisites());
        new MarkdownSteps(page, reasons, new SideBySide(plan)).phases(plan.phases(), "", 2);
        handedOver(plan, page, why);
        entries.leftOut(plan.leftOut());
        entries.rollback(plan.rollback());
        entries.risks(plan.risks());
        entries.successCriteria(plan.successCriteria());
        entries.estimate(plan.estimate());
        entries.skills(plan.skills());
        new MarkdownRunning(page, reasons).write(plan);
        entries.limits(plan.limits());
        origin(plan, page, reasons);
        return page.toString();
    }

    private static void headline(Plan plan, MarkdownPage page) {
        MarkdownHeadline headline = new MarkdownHeadline(plan);
        page.heading(1, MarkdownText.inline(PlanTitle.of(plan.task())));
        page.paragraph(headline.facts());
        String people = headline.people();
        if (!people.isEmpty()) {
            page.paragraph(people);
        }
    }

    /** Plans of others stand in this one as chapters of their own, their headings one level further down. */
    private static void handedOver(Plan plan, MarkdownPage page, boolean why) {
        for (Plan.HandedOver other : plan.handedOver()) {
            page.heading(2, "Plan of " + MarkdownText.inline(other.to()));
            page.raw(render(other.plan(), why)
                    .replaceAll("(?m)^#", "###")
                    .replaceAll("(?m)^#{7,}", "######")
                    .strip());
        }
    }

    private static void origin(Plan plan, MarkdownPage page, MarkdownReasons reasons) {
        String ref = plan.task().ref();
        String hash = plan.pack().version();
        page.heading(2, "Origin");
        reasons.named(
                "Pack " + MarkdownText.code(plan.pack().name()) + " at version "
                        + MarkdownText.code(hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) : hash),
                plan.pack().because());
        page.item("Plan " + MarkdownText.code(plan.id()) + ", version " + plan.version() + ", made " + plan.createdAt()
                + (ref == null ? "" : " for " + MarkdownText.code(ref)));
    }
}
