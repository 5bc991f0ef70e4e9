package dev.muster.app;

import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the use cases need of the policy room. */
interface Planning {
    Plan plan(Stamp stamp, @Nullable String pack, Task task, TaskContext context);

    /** The parts of a plan that do not follow from the task. */
    record Stamp(String id, Instant createdAt, @Nullable String ref) {}
}
