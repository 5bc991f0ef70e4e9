package dev.muster.policy.why;

import dev.muster.fact.Agent;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.reading.matching.SignalDefinition;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a name stands for: in the pack, and in the plan. */
final class WhySubjects {
    private final Pack pack;
    private final Plan plan;

    WhySubjects(Pack pack, Plan plan) {
        this.pack = pack;
        this.plan = plan;
    }

    /**
     * Everything of a name, or of a kind and a name as in {@code review:security}.
     *
     * @throws UnknownSubjectException where there is nothing of that name
     */
    List<WhySubject> find(String about) {
        int colon = about.indexOf(':');
        SubjectKind kind =
                colon < 0 ? null : SubjectKind.of(about.substring(0, colon).strip());
        String name = kind == null ? about.strip() : about.substring(colon + 1).strip();
        List<WhySubject> found = Stream.of(SubjectKind.values())
                .filter(one -> kind == null || one == kind)
                .filter(one -> names(one).contains(name))
                .map(one -> subject(one, name))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownSubjectException(about, known(kind, name));
        }
        return found;
    }

    private List<String> known(@Nullable SubjectKind kind, String name) {
        Collection<String> names = new TreeSet<>();
        Stream.of(SubjectKind.values())
                .filter(one -> kind == null ? !name.isEmpty() || one == SubjectKind.AGENT : one == kind)
                .forEach(one -> names.addAll(names(one)));
        return List.copyOf(names);
    }

    private Collection<String> names(SubjectKind kind) {
        Collection<String> names = new TreeSet<>();
        switch (kind) {
            case STEP -> plan.steps().forEach(step -> names.add(step.id()));
            case AGENT -> pack.agents().facts().stream().map(Agent::name).forEach(names::add);
            case REVIEW -> {
                names.addAll(pack.settings().frame().reviews().keySet());
                names.addAll(made("Review", "kind"));
                names.addAll(made("ReviewOutput", "kind"));
            }
            case ESCALATION -> {
                names.addAll(made("Escalate", "kind"));
                plan.escalations().forEach(escalation -> names.add(escalation.kind()));
            }
            case QUESTION -> {
                names.addAll(made("Ask", "id"));
                plan.questions().forEach(question -> names.add(question.id()));
            }
            case TRIGGER -> names.addAll(named(ColumnKind.TRIGGER, "Trigger"));
            case TASK_TYPE -> names.addAll(named(ColumnKind.TASK_TYPE, "TaskType"));
            case PATTERN -> names.addAll(named(ColumnKind.PATTERN, "Pattern"));
            case CATEGORY -> names.addAll(named(ColumnKind.CATEGORY, "Category"));
            case SCOPE -> names.addAll(made("Scope", "name"));
            case SIGNAL ->
                pack.signals().definitions().stream()
                        .map(SignalDefinition::name)
                        .forEach(names::add);
        }
        return names;
    }

    private Collection<String> named(ColumnKind kind, String type) {
        Collection<String> names = new TreeSet<>(pack.settings().names().getOrDefault(kind, List.of()));
        names.addAll(made(type, "name"));
        return names;
    }

    /** The texts that rules write themselves for a property of what they make. */
    private Collection<String> made(String type, String property) {
        Collection<String> names = new TreeSet<>();
        pack.rules().rules().stream()
                .flatMap(rule -> rule.makes().stream())
                .filter(made -> made.type().equals(type))
                .forEach(made -> literal(made, property).forEach(names::add));
        return names;
    }

    private static Stream<String> literal(Made made, String property) {
        return MadeNames.literal(made, property) instanceof String text ? Stream.of(text) : Stream.empty();
    }

    private WhySubject subject(SubjectKind kind, String name) {
        return new WhySubject(kind, name, targets(kind, name));
    }

    private List<Target> targets(SubjectKind kind, String name) {
        return switch (kind) {
            case STEP ->
                plan.steps()
                        .filter(step -> step.id().equals(name))
                        .map(WhySubjects::step)
                        .toList();
            case AGENT ->
                List.of(Target.of("UseAgent", Demand.is("agent", name)), Target.of("Review", Demand.is("agent", name)));
            case REVIEW ->
                List.of(
                        Target.of("Review", Demand.is("kind", name)),
                        Target.of("ReviewOutput", Demand.is("kind", name)));
            case ESCALATION -> List.of(Target.of("Escalate", Demand.is("kind", name)));
            case QUESTION -> List.of(Target.of("Ask", Demand.is("id", name)));
            case TRIGGER -> List.of(Target.of("Trigger", Demand.is("name", name)));
            case TASK_TYPE -> List.of(Target.of("TaskType", Demand.is("name", name)));
            case PATTERN -> List.of(Target.of("Pattern", Demand.is("name", name)));
            case CATEGORY -> List.of(Target.of("Category", Demand.is("name", name)));
            case SCOPE -> List.of(Target.of("Scope", Demand.is("name", name)));
            case SIGNAL -> List.of(Target.of("Signal", Demand.is("name", name)));
        };
    }

    private static Target step(Plan.Step step) {
        return switch (step.role()) {
            case REVIEWER -> Target.of("Review", Demand.is("agent", step.agent()), Demand.is("kind", step.kind()));
            default -> Target.of("UseAgent", Demand.is("agent", step.agent()));
        };
    }
}
