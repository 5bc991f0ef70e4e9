package dev.muster.policy.impact;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Role;
import dev.muster.source.EnumWord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of a plan that can be held against another plan's, without the reasons. */
public enum Part {
    REVIEWS(true, plan -> PlanReviews.of(plan).keySet().stream()),
    AGENTS(true, plan -> plan.steps().map(Step::agent).distinct()),
    ESCALATIONS(true, plan -> plan.escalations().stream().map(one -> one.kind() + " to " + one.to())),
    QUESTIONS(true, plan -> plan.questions().stream().map(Plan.Question::id)),
    DELEGATION(true, plan -> Stream.of(EnumWord.of(plan.delegation()))),
    TASK_TYPES(true, plan -> names(plan.analysis().taskTypes())),
    PATTERN(true, plan -> Stream.of(plan.analysis().pattern())),
    SCOPE(true, plan -> Stream.of(plan.analysis().scope())),
    CATEGORIES(true, plan -> names(plan.analysis().categories())),
    TRIGGERS(
            true,
            plan -> Stream.of(
                            plan.analysis().securityTriggers(), plan.analysis().performanceTriggers())
                    .flatMap(Part::names)),
    ESTIMATE(true, plan -> Stream.of(plan.estimate().complexity().name())),
    STEPS(false, plan -> plan.steps().map(step -> name(step) + " as " + word(step.role()))),
    PHASES(false, Part::phases),
    ORDER(false, Part::order),
    WORK(false, Part::work),
    GATES(false, Part::gates),
    REQUIREMENTS(false, Part::requirements),
    RISKS(false, plan -> plan.risks().stream().map(risk -> word(risk.severity()) + ": " + risk.text())),
    CRITERIA(false, plan -> plan.successCriteria().stream().map(Plan.SuccessCriterion::text)),
    ROLLBACK(false, plan -> plan.rollback().stream().map(Plan.Rollback::text)),
    PREREQUISITES(false, plan -> plan.prerequisites().stream().map(Plan.Prerequisite::path)),
    LIMITS(false, plan -> Stream.of(plan.limits().toString())),
    LEFT_OUT(false, plan -> plan.leftOut().stream().map(step -> step.agent() + " (" + step.purpose() + ")"));

    private final boolean counted;
    private final Function<Plan, Stream<String>> entries;

    Part(boolean counted, Function<Plan, Stream<String>> entries) {
        this.counted = counted;
        this.entries = entries;
    }

    /** Whether its entries are names that many plans share, so that counting them says something. */
    boolean isCounted() {
        return counted;
    }

    List<String> of(Plan plan) {
        return entries.apply(plan).toList();
    }

    /** How people read it: {@code task types}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String word(Enum<?> constant) {
        return EnumWord.of(constant);
    }

    private static Stream<String> names(List<Plan.Named> names) {
        return names.stream().map(Plan.Named::name);
    }

    static String name(Step step) {
        return step.agent() + " (" + (step.role() == Role.REVIEWER ? step.kind() + " " : "") + step.purpose() + ")";
    }

    private static Stream<String> phases(Plan plan) {
        return plan.phases().stream()
                .flatMap(Part::withNested)
                .flatMap(phase -> phase.steps().stream().map(step -> name(step) + " in " + phase.name()));
    }

    private static Stream<Plan.Phase> withNested(Plan.Phase phase) {
        return Stream.concat(Stream.of(phase), phase.phases().stream().flatMap(Part::withNested));
    }

    private static Stream<String> order(Plan plan) {
        return plan.steps()
                .flatMap(step -> plan.steps()
                        .filter(first -> step.dependsOn().contains(first.id()))
                        .map(first -> name(step) + " after " + name(first)));
    }

    private static Stream<String> work(Plan plan) {
        return plan.steps()
                .map(step -> name(step) + ": " + step.instruction() + " → " + String.join("; ", step.deliverables())
                        + (step.blocking() ? "" : " (blocks nobody)")
                        + (step.module() == null ? "" : " in module " + step.module())
                        + (step.skills().isEmpty() ? "" : " with skills " + step.skills()));
    }

    private static Stream<String> gates(Plan plan) {
        Stream<String> steps =
                plan.steps().flatMap(step -> step.checks().stream().map(check -> name(step) + ": " + check(check)));
        Stream<String> phases = plan.phases().stream()
                .flatMap(Part::withNested)
                .flatMap(phase -> phase.checks().stream().map(check -> phase.name() + ": " + check(check)));
        return Stream.concat(steps, phases);
    }

    private static String check(Plan.Check check) {
        return String.join(" ", check.command()) + ", on failure " + word(check.onFailure());
    }

    private static Stream<String> requirements(Plan plan) {
        Plan.Requirements all = plan.analysis().requirements();
        return Stream.of(all.functional(), all.nonFunctional(), all.constraints(), all.affected())
                .flatMap(List::stream)
                .map(Plan.Worded::text);
    }
}
