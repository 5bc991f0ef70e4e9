package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All agents of a first pack, and who of them stands for what. */
final class Team {
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Field, Draft> generals = new LinkedHashMap<>();

    Team(List<AgentFile> inAnyOrder) {
        List<AgentFile> agents = inAnyOrder.stream()
                .sorted(Comparator.comparing(AgentFile::name))
                .toList();
        TellingWords words = new TellingWords(agents);
        agents.forEach(agent -> drafts.add(Draft.of(agent, words)));
        for (Field field : Field.ALL) {
            in(field)
                    .filter(draft -> !draft.kind().reviews())
                    .min(Comparator.comparingInt(Team::standing)
                            .thenComparingLong(draft -> -draft.hits())
                            .thenComparing(Draft::name))
                    .ifPresent(general -> generals.put(field, promoted(general)));
        }
        drafts.sort(Comparator.comparingInt(Draft::fieldRank).thenComparing(Draft::name));
    }

    private Stream<Draft> in(Field field) {
        return drafts.stream().filter(draft -> field.equals(draft.field()));
    }

    /** Whoever builds and has the field's word in its name is the most general, and the more so the less its name says. */
    private static int standing(Draft draft) {
        int built = draft.kind() == DraftKind.PLAN ? 1 : 0;
        int named = draft.namesField() ? 0 : 2;
        return (draft.copy() ? 1000 : 0)
                + 100 * (named + built)
                + draft.nameParts().size();
    }

    private Draft promoted(Draft general) {
        if (general.kind() != DraftKind.PLAN) {
            return general;
        }
        Draft building = general.building();
        drafts.set(drafts.indexOf(general), building);
        return building;
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** By field, in the order of the fields. */
    Map<Field, Draft> generals() {
        return generals;
    }

    boolean isGeneral(Draft draft) {
        return generals.containsValue(draft);
    }

    /** Who plans in a field, if somebody there is named for it. */
    @Nullable
    Draft planner(Field field) {
        return in(field)
                .filter(draft -> draft.kind() == DraftKind.PLAN && draft.namesField())
                .filter(draft -> !draft.nameParts()
                        .equals(Objects.requireNonNull(generals.get(field)).nameParts()))
                .min(Comparator.comparingInt(Team::standing).thenComparing(Draft::name))
                .orElse(null);
    }

    boolean plans(Draft draft) {
        Field field = draft.field();
        return field != null && draft.equals(planner(field));
    }

    /** Whoever works where no word of the task asks for anybody: somebody general, if there is one. */
    Draft fallback() {
        List<Predicate<Draft>> wishes = List.of(
                draft -> draft.kind() == DraftKind.BUILD && draft.name().matches("(?i).*(full-?stack|general).*"),
                draft -> draft.kind() == DraftKind.BUILD
                        && draft.name().matches("(?i)(implement(er|ation)?|developer|coder|engineer)"),
                draft -> draft.kind() == DraftKind.BUILD && isGeneral(draft),
                draft -> draft.kind() == DraftKind.BUILD,
                draft -> !draft.kind().reviews(),
                draft -> true);
        return first(wishes);
    }

    /** Whoever reviews; code is reviewed only where somebody builds. */
    @Nullable
    String reviewer(DraftKind kind) {
        if (kind == DraftKind.CODE_REVIEW && drafts.stream().noneMatch(draft -> draft.kind() == DraftKind.BUILD)) {
            return null;
        }
        String named = kind == DraftKind.CODE_REVIEW ? "code-?review" : "audit|review";
        return drafts.stream()
                .filter(draft -> draft.kind() == kind)
                .min(Comparator.<Draft>comparingInt(draft ->
                                TellingWords.shortName(draft.agent()).matches("(?i).*(" + named + ").*") ? 0 : 1)
                        .thenComparingInt(draft -> draft.nameParts().size())
                        .thenComparing(Draft::name))
                .map(Draft::name)
                .orElse(null);
    }

    boolean hasReviewer() {
        return reviewer(DraftKind.CODE_REVIEW) != null || reviewer(DraftKind.SECURITY_REVIEW) != null;
    }

    /** Reviewers that no rule chooses; somebody else reviews. */
    List<Draft> idleReviewers() {
        return drafts.stream()
                .filter(draft -> draft.kind().reviews() && !draft.equals(fallback()))
                .filter(draft -> !draft.name().equals(reviewer(draft.kind())))
                .toList();
    }

    private Draft first(List<Predicate<Draft>> wishes) {
        return wishes.stream()
                .flatMap(wish -> drafts.stream().filter(wish))
                .findFirst()
                .orElseThrow();
    }
}
