package dev.muster.policy.draft;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first pack.yaml of a team. */
final class DraftSettings {
    private DraftSettings() {}

    static String of(String name, Team team) {
        return Template.of("pack.yaml")
                .replace("$NAME", name)
                .replace("$TITLE", QuotedText.yaml("Work of the team " + name))
                .replace("$REVIEWS", reviews(team))
                .replace("$SILENCE", silence(team));
    }

    private static String reviews(Team team) {
        if (!team.hasReviewer()) {
            return "";
        }
        return "# soft: a named person may override it with a reason. hard: nobody skips it.\nreviews:\n"
                + (team.reviewer(DraftKind.CODE_REVIEW) == null ? "" : "  code: {level: soft, maxRounds: 3}\n")
                + (team.reviewer(DraftKind.SECURITY_REVIEW) == null ? "" : "  security: {level: hard, maxRounds: 3}\n")
                + "\n";
    }

    /** Who reviews is a choice that was made here, and decide.md asks about it; the check need not say it again. */
    private static String silence(Team team) {
        return team.idleReviewers().isEmpty()
                ? ""
                : team.idleReviewers().stream()
                        .map(draft -> "  - {check: unused-agent, about: " + QuotedText.yaml(draft.name())
                                + ", because: " + QuotedText.yaml(because(team.reviewer(draft.kind()))) + "}\n")
                        .collect(Collectors.joining("", "\nsilence:\n", ""));
    }

    private static String because(@Nullable String other) {
        return other == null
                ? "it reviews code, and nobody here builds any; see decide.md"
                : other + " reviews instead; decide.md asks whether that is right";
    }
}
