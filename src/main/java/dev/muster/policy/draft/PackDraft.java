package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the files of a first pack. Its rules are the same for every team; what differs stands in its table, its signals and
 * its settings, where people change it.
 */
public final class PackDraft {
    private final String name;
    private final Team team;

    private PackDraft(String name, Team team) {
        this.name = name;
        this.team = team;
    }

    /**
     * The files by their names in the pack's folder.
     *
     * @param agents one of each name; at least one
     */
    public static Map<String, String> of(String name, List<AgentFile> agents) {
        if (agents.isEmpty()) {
            throw new IllegalArgumentException("A pack needs an agent.");
        }
        return new PackDraft(name, new Team(agents)).files();
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("pack.yaml", DraftSettings.of(name, team));
        files.put("signals.yaml", DraftTables.signals(team));
        files.put("selection.csv", DraftTables.selection(team));
        files.put("reviewers.csv", DraftTables.reviewers(team));
        files.put("rules.drl", rules().replace("$PACKAGE", packageName()));
        files.put("rules.cases.yaml", FirstCases.of(team));
        files.put("decide.md", DraftDecisions.document(name, team));
        return files;
    }

    /** Only rules that can fire here: a rule that never can is a finding. */
    private String rules() {
        StringBuilder rules = new StringBuilder(Template.of("rules.drl"));
        add(rules, "own-words.drl", asked().findAny().isPresent());
        add(rules, "own-words-lead.drl", asked().anyMatch(draft -> draft.kind() == DraftKind.BUILD));
        add(rules, "fields.drl", !team.generals().isEmpty());
        add(rules, "fields-lead.drl", asked().anyMatch(this::canLeadItsField));
        add(rules, "planner.drl", team.drafts().stream().anyMatch(team::plans));
        add(rules, "code-review.drl", team.reviewer(DraftKind.CODE_REVIEW) != null);
        add(rules, "security-review.drl", team.reviewer(DraftKind.SECURITY_REVIEW) != null);
        add(rules, "reviews.drl", team.hasReviewer());
        return rules.toString();
    }

    private Stream<Draft> asked() {
        return team.drafts().stream().filter(draft -> !draft.words().isEmpty());
    }

    private boolean canLeadItsField(Draft draft) {
        return draft.field() != null && draft.kind() != DraftKind.PLAN;
    }

    private static void add(StringBuilder rules, String file, boolean wanted) {
        if (wanted) {
            rules.append(Template.of(file));
        }
    }

    private String packageName() {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "team" + letters : letters;
    }
}
