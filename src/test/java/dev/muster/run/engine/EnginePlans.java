package dev.muster.run.engine;

import dev.muster.plan.Complexity;
import dev.muster.plan.Limits;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Role;
import dev.muster.plan.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Plans for an engine to carry out. */
public final class EnginePlans {
    private static final Limits WIDE = new Limits(2000, 8, 3, 3, 600, 100);

    private EnginePlans() {}

    /** So many steps one after the other. */
    public static Plan chain(String id, int steps) {
        List<Step> chain = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> step("s" + i, i == 1 ? List.of() : List.of("s" + (i - 1))))
                .toList();
        return plan(id, WIDE, PhaseMode.SEQUENTIAL, chain);
    }

    /** So many steps side by side. */
    public static Plan parallel(String id, int steps, int agents) {
        return plan(id, new Limits(2000, agents, 3, 3, 600, 100), PhaseMode.PARALLEL, steps(steps));
    }

    public static Plan of(String id, Step... steps) {
        return plan(id, WIDE, PhaseMode.SEQUENTIAL, List.of(steps));
    }

    private static List<Step> steps(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> step("s" + i)).toList();
    }

    /** A step of the agent {@code worker}, without a gate. */
    public static Step step(String id) {
        return step(id, List.of());
    }

    private static Step step(String id, List<String> after) {
        return step(id, "worker", after, List.of(), List.of());
    }

    public static Step step(
            String id, String agent, List<String> after, List<Plan.Check> checks, List<Plan.ReviewGate> reviews) {
        return new Step(
                id,
                agent,
                Role.PRIMARY,
                "work",
                "work",
                "Do " + id + ".",
                List.of(),
                List.of(),
                after,
                true,
                List.of(),
                null,
                null,
                null,
                null,
                checks,
                reviews,
                null,
                List.of());
    }

    public static Plan.ReviewGate review(String agent, ReviewLevel level) {
        return new Plan.ReviewGate("code", agent, level, 3, List.of());
    }

    public static Plan.Check check(String... command) {
        return new Plan.Check(List.of(command), OnFailure.REWORK, List.of());
    }

    public static Plan plan(String id, Limits limits, PhaseMode mode, List<Step> steps) {
        Phase phase = new Phase("Work", mode, Optionality.NEVER, null, List.of(), List.of(), steps);
        return new Plan(
                id,
                1,
                Instant.EPOCH,
                Plan.Status.READY,
                new Plan.PackRef("backend", "v1", List.of()),
                new Plan.PlannedTask(
                        null, "Upload", "Upload.", TaskContext.of(List.of(), List.of(), List.of(), Map.of())),
                new Plan.Analysis(
                        "Upload.",
                        new Plan.Requirements(List.of(), List.of(), List.of(), List.of()),
                        List.of(),
                        "feature",
                        "multi-concern",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of()),
                Plan.Delegation.ORCHESTRATED,
                List.of(phase),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Plan.Estimate(Complexity.M, List.of()),
                limits,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
