package dev.muster.policy.cases;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Named;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Plan.Worded;
import dev.muster.plan.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of an outcome that a case can look at, and how its values are found. */
public enum Aspect {
    TASK_TYPES("taskTypes", plan -> named(plan.analysis().taskTypes())),
    PATTERN("pattern", plan -> List.of(plan.analysis().pattern())),
    SCOPE("scope", plan -> List.of(plan.analysis().scope())),
    CATEGORIES("categories", plan -> named(plan.analysis().categories())),
    SECURITY_TRIGGERS("securityTriggers", plan -> named(plan.analysis().securityTriggers())),
    PERFORMANCE_TRIGGERS("performanceTriggers", plan -> named(plan.analysis().performanceTriggers())),
    FUNCTIONAL("functional", plan -> worded(plan.analysis().requirements().functional())),
    NON_FUNCTIONAL(
            "nonFunctional", plan -> worded(plan.analysis().requirements().nonFunctional())),
    CONSTRAINTS("constraints", plan -> worded(plan.analysis().requirements().constraints())),
    AFFECTED("affected", plan -> worded(plan.analysis().requirements().affected())),
    STATUS("status", plan -> List.of(word(plan.status()))),
    DELEGATION("delegation", plan -> List.of(word(plan.delegation()))),
    AGENTS("agents", plan -> agents(plan, null)),
    PRIMARY("primary", plan -> agents(plan, Role.PRIMARY)),
    SUPPORTING("supporting", plan -> agents(plan, Role.SUPPORTING)),
    REVIEWERS("reviewers", plan -> agents(plan, Role.REVIEWER)),
    REVIEWS(
            "reviews",
            plan -> plan.steps()
                    .filter(step -> step.role() == Role.REVIEWER)
                    .map(Step::kind)
                    .toList()),
    PHASES("phases", plan -> plan.phases().stream().map(Plan.Phase::name).toList()),
    STEPS("steps", Aspect::steps),
    ORDER("order", plan -> plan.steps().map(Aspect::stepName).toList()),
    ESCALATIONS(
            "escalations",
            plan -> plan.escalations().stream().map(Plan.Escalation::kind).toList()),
    QUESTIONS(
            "questions",
            plan -> plan.questions().stream().map(Plan.Question::id).toList()),
    RISKS("risks", plan -> plan.risks().stream().map(Plan.Risk::text).toList()),
    CRITERIA(
            "criteria",
            plan -> plan.successCriteria().stream()
                    .map(Plan.SuccessCriterion::text)
                    .toList()),
    ROLLBACK(
            "rollback",
            plan -> plan.rollback().stream().map(Plan.Rollback::text).toList()),
    ESTIMATE("estimate", plan -> List.of(plan.estimate().complexity().name())),
    /** Facts and proposals that rules made; found in the inference, not in the plan. */
    PROPOSALS("proposals", null);

    private final String key;
    private final @Nullable Function<Plan, List<?>> values;

    Aspect(String key, @Nullable Function<Plan, List<?>> values) {
        this.key = key;
        this.values = values;
    }

    String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Aspect::key).toList();
    }

    static @Nullable Aspect of(String key) {
        return Arrays.stream(values())
                .filter(a -> a.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Whether the aspect is a part of the plan. */
    boolean isOfPlan() {
        return values != null;
    }

    /** What the plan holds there: texts, or maps of texts. */
    List<?> in(Plan plan) {
        return values == null ? List.of() : values.apply(plan);
    }

    private static List<String> named(List<Named> names) {
        return names.stream().map(Named::name).toList();
    }

    private static List<String> worded(List<Worded> sentences) {
        return sentences.stream().map(Worded::text).toList();
    }

    private static List<String> agents(Plan plan, @Nullable Role role) {
        Stream<Step> steps = plan.steps().filter(step -> role == null || step.role() == role);
        return steps.map(Step::agent).distinct().toList();
    }

    private static List<Map<String, Object>> steps(Plan plan) {
        return plan.phases().stream()
                .flatMap(phase -> Stream.concat(Stream.of(phase), phase.phases().stream()))
                .flatMap(phase -> phase.steps().stream().map(step -> step(phase.name(), step, plan)))
                .toList();
    }

    private static Map<String, Object> step(String phase, Step step, Plan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("agent", step.agent());
        values.put("purpose", step.purpose());
        values.put("kind", step.kind());
        values.put("role", word(step.role()));
        values.put("phase", phase);
        values.put("blocking", String.valueOf(step.blocking()));
        values.put("instruction", step.instruction());
        values.put("deliverables", step.deliverables());
        values.put(
                "after",
                plan.steps()
                        .filter(other -> step.dependsOn().contains(other.id()))
                        .map(Aspect::stepName)
                        .toList());
        return values;
    }

    private static String stepName(Step step) {
        return step.agent() + " (" + (step.role() == Role.REVIEWER ? step.kind() + " " : "") + step.purpose() + ")";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
