package dev.muster.policy.draft;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a team changes first: the words that ask for somebody, who does what, and who reviews. */
final class DraftTables {
    private DraftTables() {}

    static String signals(Team team) {
        Stream<String> agents = team.drafts().stream()
                .filter(draft -> !draft.words().isEmpty())
                .map(draft -> signal(draft.name(), "agent", draft.words()));
        Stream<String> fields = team.generals().keySet().stream()
                .map(field -> signal(
                        field.name(),
                        "field",
                        Stream.concat(field.asks().stream(), field.technologies().stream())
                                .toList()));
        return Template.of("signals.yaml")
                + (team.reviewer(DraftKind.SECURITY_REVIEW) == null ? "" : Template.of("security-signals.yaml"))
                + Stream.concat(fields, agents).collect(Collectors.joining());
    }

    private static String signal(String name, String kind, List<String> words) {
        return "- name: " + QuotedText.yaml(name) + "\n  kind: " + kind + "\n  any: ["
                + words.stream().map(QuotedText::yaml).collect(Collectors.joining(", ")) + "]\n";
    }

    static String selection(Team team) {
        StringBuilder csv = new StringBuilder("rank,agent,role,field,general,plans,purpose,phase,fallback,task\n");
        int rank = 1;
        Draft fallback = team.fallback();
        for (Draft draft : team.drafts()) {
            csv.append(String.join(
                            ",",
                            String.valueOf(rank++),
                            QuotedText.csv(draft.name()),
                            draft.role(),
                            draft.fieldName(),
                            yes(team.isGeneral(draft)),
                            yes(team.plans(draft)),
                            draft.kind().purpose(),
                            QuotedText.csv(draft.kind().phase()),
                            yes(draft.equals(fallback)),
                            QuotedText.csv(draft.task())))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "";
    }

    static String reviewers(Team team) {
        return "kind,reviewer\n" + row("code", team.reviewer(DraftKind.CODE_REVIEW))
                + row("security", team.reviewer(DraftKind.SECURITY_REVIEW));
    }

    private static String row(String kind, @Nullable String reviewer) {
        return reviewer == null ? "" : kind + "," + QuotedText.csv(reviewer) + "\n";
    }
}
