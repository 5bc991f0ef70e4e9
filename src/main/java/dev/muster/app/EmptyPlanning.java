package dev.muster.app;

import dev.muster.fact.Task;
import dev.muster.plan.Complexity;
import dev.muster.plan.Limits;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands in until policies are there: a plan without steps. */
@ApplicationScoped
class EmptyPlanning implements Planning {
    @Override
    public Plan plan(Stamp stamp, @Nullable String pack, Task task, TaskContext context) {
        return new Plan(
                stamp.id(),
                1,
                stamp.createdAt(),
                Plan.Status.READY,
                new Plan.PackRef(pack == null ? "backend" : pack, "none", List.of()),
                new Plan.PlannedTask(stamp.ref(), task.title(), task.description(), context),
                new Plan.Analysis(
                        "nothing is planned yet",
                        new Plan.Requirements(List.of(), List.of(), List.of(), List.of()),
                        List.of(),
                        "other",
                        "single-concern",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of()),
                Plan.Delegation.DIRECT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Plan.Estimate(Complexity.S, List.of()),
                Limits.DEFAULT,
                List.of());
    }
}
