package dev.muster.run.event;

import dev.muster.plan.Plan;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen when a run starts. Together with the events it is all that decides what happens next.
 *
 * @param planHash of the plan as it is stored: a plan that was changed afterwards is found out
 * @param startedBy a person's name
 * @param executors by agent; agents of a plan that was handed over to pack {@code to} as {@code to/agent}
 * @param seed of all chance in this run
 * @param workspace the folder that the work is in; null where nothing is worked on, as in a rehearsal
 */
public record RunBrief(
        String runId,
        Plan plan,
        String planHash,
        RunMode mode,
        String startedBy,
        Map<String, Assigned> executors,
        long seed,
        @Nullable String workspace) {
    public RunBrief {
        executors = Collections.unmodifiableMap(new TreeMap<>(executors));
    }

    /** Whether agents are called by an executor of that kind. */
    public boolean hasExecutors(ExecutorKind kind) {
        return executors.values().stream().map(Assigned::kind).anyMatch(kind::equals);
    }

    /** By what an agent is called. */
    public Assigned executor(String agent) {
        Assigned assigned = executors.get(agent);
        if (assigned == null) {
            throw new IllegalArgumentException("Run " + runId + " has no executor for agent " + agent + ".");
        }
        return assigned;
    }
}
