package dev.muster.policy.cases;

import dev.muster.plan.Complexity;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Named;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Plan.Worded;
import dev.muster.plan.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of an outcome that a case can look at, and how its values are found. */
public enum Aspect {
    TASK_TYPES("taskTypes", named("TaskType"), plan -> names(plan.analysis().taskTypes())),
    PATTERN("pattern", named("Pattern"), plan -> List.of(plan.analysis().pattern())),
    SCOPE("scope", named("Scope"), plan -> List.of(plan.analysis().scope())),
    CATEGORIES("categories", named("Category"), plan -> names(plan.analysis().categories())),
    SECURITY_TRIGGERS(
            "securityTriggers", named("Trigger"), plan -> names(plan.analysis().securityTriggers())),
    PERFORMANCE_TRIGGERS(
            "performanceTriggers",
            named("Trigger"),
            plan -> names(plan.analysis().performanceTriggers())),
    FUNCTIONAL("functional", null, plan -> texts(plan.analysis().requirements().functional())),
    NON_FUNCTIONAL(
            "nonFunctional", null, plan -> texts(plan.analysis().requirements().nonFunctional())),
    CONSTRAINTS(
            "constraints", null, plan -> texts(plan.analysis().requirements().constraints())),
    AFFECTED("affected", null, plan -> texts(plan.analysis().requirements().affected())),
    STATUS("status", new Constants(Plan.Status.class), plan -> List.of(CaseFacts.word(plan.status()))),
    DELEGATION("delegation", new Constants(Plan.Delegation.class), plan -> List.of(CaseFacts.word(plan.delegation()))),
    AGENTS("agents", new Of("UseAgent", "agent"), plan -> agents(plan, null)),
    PRIMARY("primary", new Of("UseAgent", "agent"), plan -> agents(plan, Role.PRIMARY)),
    SUPPORTING("supporting", new Of("UseAgent", "agent"), plan -> agents(plan, Role.SUPPORTING)),
    REVIEWERS("reviewers", new Of("Review", "agent"), plan -> agents(plan, Role.REVIEWER)),
    REVIEWS(
            "reviews",
            new Of("Review", "kind"),
            plan -> plan.steps()
                    .filter(step -> step.role() == Role.REVIEWER)
                    .map(Step::kind)
                    .toList()),
    PHASES(
            "phases",
            new Of("Duty", "phase"),
            plan -> plan.phases().stream().map(Plan.Phase::name).toList()),
    STEPS("steps", null, StepWords::steps),
    /** Steps that follow one another, whatever is between them. */
    ORDER("order", null, plan -> plan.steps().map(StepWords::name).toList()),
    ESCALATIONS(
            "escalations",
            new Of("Escalate", "kind", "handover", "step-limit"),
            plan -> plan.escalations().stream().map(Plan.Escalation::kind).toList()),
    QUESTIONS(
            "questions",
            new Of("Ask", "id", "step-limit"),
            plan -> plan.questions().stream().map(Plan.Question::id).toList()),
    RISKS("risks", null, plan -> plan.risks().stream().map(Plan.Risk::text).toList()),
    CRITERIA(
            "criteria",
            null,
            plan -> plan.successCriteria().stream()
                    .map(Plan.SuccessCriterion::text)
                    .toList()),
    ROLLBACK(
            "rollback",
            null,
            plan -> plan.rollback().stream().map(Plan.Rollback::text).toList()),
    ESTIMATE(
            "estimate",
            new Constants(Complexity.class),
            plan -> List.of(CaseFacts.word(plan.estimate().complexity()))),
    STAGES(
            "stages",
            null,
            plan -> StepWords.stages(plan.phases(), "").map(Map.Entry::getKey).toList()),
    PARALLEL("parallel", null, plan -> phases(plan, phase -> phase.mode() == PhaseMode.PARALLEL)),
    OPTIONAL("optional", null, plan -> phases(plan, phase -> phase.optional() == Optionality.ASK)),
    HINTS(
            "hints",
            null,
            plan -> StepWords.stages(plan.phases(), "")
                    .filter(stage -> stage.getValue().hint() != null)
                    .map(stage ->
                            stage.getValue().name() + ": " + stage.getValue().hint())
                    .toList()),
    CHECKS(
            "checks",
            null,
            plan -> StepWords.stages(plan.phases(), "")
                    .flatMap(stage -> stage.getValue().checks().stream()
                            .map(check -> stage.getValue().name() + ": " + StepWords.check(check)))
                    .toList()),
    PREREQUISITES(
            "prerequisites",
            null,
            plan -> plan.prerequisites().stream()
                    .map(needed -> needed.path() + ": "
                            + (needed.present() == null ? "unknown" : needed.present() ? "present" : "missing"))
                    .toList()),
    SKILLS(
            "skills",
            new Of("UseSkill", "skill"),
            plan -> plan.skills().stream().map(Plan.Skill::name).toList()),
    /** How the plan is carried out, as {@code context: everything} and the like. */
    RUNNING("running", null, RunningWords::of),
    /** Facts and proposals that rules made; found in the inference, not in the plan. */
    PROPOSALS("proposals", null, null);

    private final String key;
    private final @Nullable Domain domain;
    private final @Nullable Function<Plan, List<?>> values;

    Aspect(String key, @Nullable Domain domain, @Nullable Function<Plan, List<?>> values) {
        this.key = key;
        this.domain = domain;
        this.values = values;
    }

    /** Which texts are possible. */
    sealed interface Domain {}

    /** The words of an enumeration. */
    record Constants(Class<? extends Enum<?>> type) implements Domain {}

    /** What a property of what rules make can be, and what settling adds by itself. */
    record Of(String type, String property, List<String> settled) implements Domain {
        Of(String type, String property, String... settled) {
            this(type, property, List.of(settled));
        }
    }

    private static Of named(String type) {
        return new Of(type, "name");
    }

    String key() {
        return key;
    }

    @Nullable
    Domain domain() {
        return domain;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Aspect::key).toList();
    }

    static @Nullable Aspect of(String key) {
        return Arrays.stream(values())
                .filter(a -> a.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is always exactly one value, so that asking for any says nothing. */
    boolean isSingle() {
        return this == PATTERN || this == SCOPE || this == STATUS || this == DELEGATION || this == ESTIMATE;
    }

    /** What the plan holds there: texts, or maps of texts. */
    List<?> in(Plan plan) {
        return values == null ? List.of() : values.apply(plan);
    }

    private static List<String> phases(Plan plan, Predicate<Plan.Phase> wanted) {
        return StepWords.stages(plan.phases(), "")
                .map(Map.Entry::getValue)
                .filter(wanted)
                .map(Plan.Phase::name)
                .toList();
    }

    private static List<String> names(List<Named> names) {
        return names.stream().map(Named::name).toList();
    }

    private static List<String> texts(List<Worded> sentences) {
        return sentences.stream().map(Worded::text).toList();
    }

    private static List<String> agents(Plan plan, @Nullable Role role) {
        Stream<Step> steps = plan.steps().filter(step -> role == null || step.role() == role);
        return steps.map(Step::agent).distinct().toList();
    }
}
