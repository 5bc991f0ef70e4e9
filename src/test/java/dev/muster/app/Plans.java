package dev.muster.app;

import dev.muster.plan.Because;
import dev.muster.plan.Complexity;
import dev.muster.plan.Limits;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Role;
import dev.muster.plan.Severity;
import dev.muster.plan.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A plan with something of everything. */
public final class Plans {
    private static final List<Because> WHY = List.of(new Because(
            "The matrix names the primary agent",
            "backend/selection.drl",
            12,
            "the selection matrix has this task type",
            List.of("TaskType new-api-endpoint"),
            List.of(new dev.muster.fact.Evidence("endpoint", 7, 15, "description"))));

    private Plans() {}

    /** The same, with other questions. */
    public static Plan asking(Plan.Question... questions) {
        return plan("x", List.of(questions));
    }

    public static Plan plan(String id) {
        return plan(id, List.of(new Plan.Question("who", "Who uses it?", null, WHY)));
    }

    private static Plan plan(String id, List<Plan.Question> questions) {
        return new Plan(
                id,
                1,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Plan.Status.NEEDS_ANSWERS,
                new Plan.PackRef("backend", "0123456789ab", WHY),
                new Plan.PlannedTask(
                        null,
                        "Upload",
                        "Add an endpoint",
                        TaskContext.of(List.of("api"), List.of(), List.of("no schema change"), Map.of("q", "yes"))),
                new Plan.Analysis(
                        "an endpoint",
                        new Plan.Requirements(List.of(), List.of(), List.of(), List.of()),
                        List.of(new Plan.Named("new-api-endpoint", WHY)),
                        "feature",
                        "single-concern",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        WHY),
                Plan.Delegation.DIRECT,
                List.of(new Plan.Phase(
                        "Implementation",
                        PhaseMode.SEQUENTIAL,
                        Optionality.NEVER,
                        null,
                        List.of(),
                        List.of(),
                        List.of(step()))),
                questions,
                List.of(),
                List.of(new Plan.Prerequisite("docs/openapi.yaml", null, WHY)),
                List.of(new Plan.Risk("it may hurt", Severity.HIGH, WHY)),
                List.of(),
                List.of(),
                new Plan.Estimate(Complexity.XL, WHY),
                Limits.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    private static Plan.Step step() {
        return new Plan.Step(
                "implementation-1",
                "nestjs-api-master",
                Role.PRIMARY,
                "implement",
                "work",
                "Do it.",
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Plan.ReviewGate("code", "code-reviewer", ReviewLevel.SOFT, 3, WHY)),
                null,
                WHY);
    }
}
