package dev.muster.policy.draft;

import dev.muster.agent.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a first pack guesses, and what only a person can decide. */
final class DraftDecisions {
    private DraftDecisions() {}

    static String document(String name, Team team) {
        return Template.of("decide.md")
                .replace("$NAME", name)
                .replace(
                        "$COUNT",
                        team.drafts().size() == 1 ? "one agent" : team.drafts().size() + " agents")
                .replace("$REVIEWS", reviews(team))
                .replace("$FALLBACK", cell(team.fallback().name()))
                .replace("$FIELDS", fields(team))
                .replace("$AGENTS", agents(team));
    }

    private static String fields(Team team) {
        if (team.generals().isEmpty()) {
            return "No agent says that it works in a field of software work, so only its own words bring one in.";
        }
        return team.generals().entrySet().stream()
                .map(entry -> "| " + entry.getKey().name() + " | "
                        + cell(entry.getValue().name()) + " | " + planner(team.planner(entry.getKey())) + " |\n")
                .collect(Collectors.joining("", "| Field | General | Plans |\n|---|---|---|\n", ""))
                .strip();
    }

    private static String planner(@Nullable Draft planner) {
        return planner == null ? "" : cell(planner.name());
    }

    private static String agents(Team team) {
        return team.drafts().stream()
                .map(draft -> "| " + cell(draft.name()) + " | " + draft.role() + " in "
                        + draft.kind().phase() + " | " + cell(String.join(", ", draft.words())) + " | "
                        + cell(String.join(" ", about(draft, team))) + " |\n")
                .collect(Collectors.joining())
                .strip();
    }

    private static List<String> about(Draft draft, Team team) {
        List<String> decide = new ArrayList<>();
        if (team.idleReviewers().contains(draft)) {
            decide.add("It reviews nothing: somebody else was chosen. Shall it be another one, or both?");
        } else if (draft.words().isEmpty() && !draft.kind().reviews()) {
            decide.add(silent(draft, team));
        }
        if (DraftKind.of(draft.agent()) == DraftKind.PLAN && draft.kind() == DraftKind.BUILD) {
            decide.add("Its name says that it plans, but nobody more general builds in its field. Shall it build?");
        }
        if (draft.agent().description().isBlank()) {
            decide.add("It has no description: what is it for?");
        }
        draft.agent().diagnostics().stream()
                .filter(found -> found.check().equals("code"))
                .map(Diagnostic::message)
                .map(message -> "It brings code of its own: " + message)
                .forEach(decide::add);
        return decide;
    }

    private static String silent(Draft draft, Team team) {
        if (team.isGeneral(draft)) {
            return "Only the words of its field bring it in.";
        }
        if (draft.copy()) {
            return "Another agent has the same name behind its folder's, so no text brings this one in. Is it needed?";
        }
        Field field = draft.field();
        return "Nothing tells it from the other agents, so no text brings it in"
                + (field == null
                        ? ""
                        : ", and "
                                + Objects.requireNonNull(team.generals().get(field))
                                        .name() + " works in its field")
                + ": which words shall?";
    }

    private static String reviews(Team team) {
        String code = team.reviewer(DraftKind.CODE_REVIEW);
        String security = team.reviewer(DraftKind.SECURITY_REVIEW);
        return (code == null ? "Nobody reviews code." : "`" + code + "` reviews all code.")
                + (security == null
                        ? " Nobody reviews for security."
                        : " `" + security + "` reviews what touches security.")
                + idle(team)
                + " Is that right, and which reviews are binding (`level` in pack.yaml)?";
    }

    private static String idle(Team team) {
        return team.idleReviewers().isEmpty()
                ? ""
                : " These reviewers were not chosen: "
                        + team.idleReviewers().stream()
                                .map(draft -> "`" + draft.name() + "`")
                                .collect(Collectors.joining(", "))
                        + " (to choose one, change reviewers.csv and take it out of `silence` in pack.yaml).";
    }

    private static String cell(String text) {
        return QuotedText.flat(text).replace("|", "\\|");
    }
}
