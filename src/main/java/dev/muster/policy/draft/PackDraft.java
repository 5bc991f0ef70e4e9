package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a first pack. Its rules are the same for every team; what differs stands in its table, its signals and
 * its settings, where people change it.
 */
public final class PackDraft {
    private static final String FIRST_DUTY = "Do your part of the task: ";

    private final String name;
    private final List<Draft> drafts = new ArrayList<>();

    private PackDraft(String name, List<AgentFile> agents) {
        this.name = name;
        Words words = new Words(agents);
        for (AgentFile agent : agents) {
            Kind kind = Kind.of(agent);
            List<String> own = words.of(agent);
            drafts.add(new Draft(agent, kind, own, Decisions.about(agent, own)));
        }
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
        return new PackDraft(name, agents).files();
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "pack.yaml",
                resource("pack.yaml")
                        .replace("$NAME", name)
                        .replace("$TITLE", Quoted.yaml("Work of the team " + name))
                        .replace("$REVIEWS", reviews()));
        files.put("signals.yaml", signals());
        files.put("selection.csv", selection());
        files.put("reviewers.csv", reviewers());
        files.put("rules.drl", rules().replace("$PACKAGE", packageName()));
        files.put("rules.cases.yaml", cases());
        files.put(
                "decide.md",
                Decisions.document(name, drafts, reviewer(Kind.CODE_REVIEW), reviewer(Kind.SECURITY_REVIEW)));
        return files;
    }

    /** Rules only for reviews that somebody can give: a rule that can never fire is a finding. */
    private String rules() {
        StringBuilder rules = new StringBuilder(resource("rules.drl"));
        if (reviewer(Kind.CODE_REVIEW) != null) {
            rules.append(resource("code-review.drl"));
        }
        if (reviewer(Kind.SECURITY_REVIEW) != null) {
            rules.append(resource("security-review.drl"));
        }
        return hasReviewers() ? rules.append(resource("reviews.drl")).toString() : rules.toString();
    }

    private String reviews() {
        StringBuilder levels = new StringBuilder();
        if (reviewer(Kind.CODE_REVIEW) != null) {
            levels.append("  code: {level: soft, maxRounds: 3}\n");
        }
        if (reviewer(Kind.SECURITY_REVIEW) != null) {
            levels.append("  security: {level: hard, maxRounds: 3}\n");
        }
        return levels.isEmpty()
                ? ""
                : "# soft: a named person may override it with a reason. hard: nobody skips it.\nreviews:\n" + levels
                        + "\n";
    }

    private boolean hasReviewers() {
        return reviewer(Kind.CODE_REVIEW) != null || reviewer(Kind.SECURITY_REVIEW) != null;
    }

    private String packageName() {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "team" + letters : letters;
    }

    private String signals() {
        return resource("signals.yaml")
                + (reviewer(Kind.SECURITY_REVIEW) == null ? "" : resource("security-signals.yaml"))
                + drafts.stream()
                        .filter(draft -> !draft.words().isEmpty())
                        .map(draft -> "- name: " + Quoted.yaml(draft.name()) + "\n  kind: agent\n  any: ["
                                + draft.words().stream().map(Quoted::yaml).collect(Collectors.joining(", "))
                                + "]\n")
                        .collect(Collectors.joining());
    }

    private String selection() {
        StringBuilder csv = new StringBuilder("rank,agent,role,purpose,phase,fallback,task\n");
        int rank = 1;
        String fallback = fallback();
        for (Draft draft : drafts) {
            csv.append(rank)
                    .append(',')
                    .append(String.join(
                            ",",
                            Quoted.csv(draft.name()),
                            draft.role(),
                            draft.kind().purpose(),
                            Quoted.csv(draft.kind().phase()),
                            draft.name().equals(fallback) ? "yes" : "",
                            Quoted.csv(FIRST_DUTY + Kind.firstSentence(draft.agent()))))
                    .append('\n');
            rank++;
        }
        return csv.toString();
    }

    /** Whoever works where no word of the task asks for anybody: somebody general, if there is one. */
    private String fallback() {
        List<Predicate<Draft>> wishes = List.of(
                draft -> draft.kind() == Kind.BUILD && draft.name().matches("(?i).*(full-?stack|general|backend).*"),
                draft -> draft.kind() == Kind.BUILD,
                draft -> !draft.kind().reviews(),
                draft -> true);
        return wishes.stream()
                .flatMap(wish -> drafts.stream().filter(wish))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Whoever reviews; code is reviewed only where somebody builds. */
    private @Nullable String reviewer(Kind kind) {
        if (kind == Kind.CODE_REVIEW && drafts.stream().noneMatch(draft -> draft.kind() == Kind.BUILD)) {
            return null;
        }
        return drafts.stream()
                .filter(draft -> draft.kind() == kind)
                .map(Draft::name)
                .findFirst()
                .orElse(null);
    }

    private String reviewers() {
        StringBuilder csv = new StringBuilder("kind,reviewer\n");
        row(csv, "code", reviewer(Kind.CODE_REVIEW));
        row(csv, "security", reviewer(Kind.SECURITY_REVIEW));
        return csv.toString();
    }

    private static void row(StringBuilder csv, String kind, @Nullable String reviewer) {
        if (reviewer != null) {
            csv.append(kind).append(',').append(Quoted.csv(reviewer)).append('\n');
        }
    }

    private String cases() {
        StringBuilder cases = new StringBuilder(
                "# One case for each agent that words ask for; add the tasks that your team really has.\n\n");
        for (Draft draft : drafts) {
            if (!draft.words().isEmpty() && !draft.kind().reviews()) {
                cases.append("- name: ")
                        .append(Quoted.yaml("words of " + draft.name() + " bring it in"))
                        .append("\n  facts: [{Signal: {name: ")
                        .append(Quoted.yaml(draft.name()))
                        .append("}}]\n  then: {agents: [")
                        .append(Quoted.yaml(draft.name()))
                        .append("]}\n");
            }
        }
        return cases.append("- name: ")
                .append(
                        "where no words ask for anybody somebody works all the same\n  task: Please see to it\n  then: {agents: [")
                .append(Quoted.yaml(fallback()))
                .append("]}\n")
                .toString();
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(PackDraft.class.getResourceAsStream("/draft/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
