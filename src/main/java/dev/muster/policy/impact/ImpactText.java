package dev.muster.policy.impact;

import dev.muster.plan.ReviewLevel;
import dev.muster.policy.impact.Impact.Count;
import dev.muster.policy.impact.Impact.Difference;
import dev.muster.policy.impact.Impact.LostReview;
import dev.muster.policy.impact.Impact.PlanChange;
import dev.muster.policy.impact.Impact.ReviewChange;
import dev.muster.source.EnumWord;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An impact for people at a terminal: lost reviews first. */
public final class ImpactText {
    private static final int FEW = 12;

    private final StringBuilder text = new StringBuilder();

    private ImpactText() {}

    /** What changes altogether. */
    public static String of(Impact impact) {
        ImpactText page = new ImpactText();
        page.summary(impact);
        return page.text.toString();
    }

    /** How each plan changes. */
    public static String details(List<PlanChange> changes) {
        ImpactText page = new ImpactText();
        changes.forEach(page::change);
        return page.text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void summary(Impact impact) {
        line("Pack " + impact.pack() + ": version " + impact.before() + " → " + impact.after() + ", " + impact.tasks()
                + (impact.tasks() == 1 ? " task" : " tasks"));
        line("");
        if (impact.reviewsLost().isEmpty()) {
            line("No review is lost.");
        }
        impact.reviewsLost().forEach(this::lost);
        if (impact.failures() > 0) {
            line("FAILS  " + plans(impact.failures()) + " can no longer be made");
        }
        line("Plans changed: " + impact.changed() + " of " + impact.tasks());
        line("Steps: " + impact.stepsBefore() + " → " + impact.stepsAfter());
        for (Part part : Part.values()) {
            counts("lost", part, impact.lost());
            counts("gained", part, impact.gained());
        }
    }

    private void lost(LostReview review) {
        String tasks = review.tasks().stream().limit(FEW).collect(Collectors.joining(", "));
        line("LOST  " + word(review.level()) + " review " + review.kind() + left(review.now()) + " in "
                + plans(review.tasks().size()) + ": " + tasks
                + (review.tasks().size() > FEW ? ", …" : ""));
    }

    private static String left(@Nullable ReviewLevel now) {
        return now == null ? "" : " (now " + word(now) + ")";
    }

    private static String plans(int count) {
        return count == 1 ? "1 plan" : count + " plans";
    }

    private static String word(Enum<?> constant) {
        return EnumWord.of(constant);
    }

    private void counts(String what, Part part, List<Count> counts) {
        String all = counts.stream()
                .filter(count -> count.part() == part)
                .map(count -> count.name() + " (" + plans(count.plans()) + ")")
                .collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            String name = part.word();
            line(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + what + ": " + all);
        }
    }

    private void change(PlanChange change) {
        line("");
        line(change.ref() + "  " + change.title());
        if (change.failure() != null) {
            line("  FAILS  " + change.failure());
        }
        change.reviewsLost().forEach(this::lost);
        change.differences().forEach(this::difference);
    }

    private void lost(ReviewChange review) {
        line("  LOST  " + word(review.level()) + " review " + review.kind() + left(review.now()));
    }

    private void difference(Difference difference) {
        difference.lost().forEach(entry -> line("  - " + difference.part().word() + ": " + entry));
        difference.gained().forEach(entry -> line("  + " + difference.part().word() + ": " + entry));
    }
}
