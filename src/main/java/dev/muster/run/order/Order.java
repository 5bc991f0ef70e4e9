package dev.muster.run.order;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Session;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.Route;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is told in one call, but for what only those know who make the call: the agent's file, folders, a program.
 *
 * @param pack the pack that the agent belongs to
 * @param agent its name there
 * @param task with what people said during the run among its answers
 * @param findings what this round has to put right; of a review, what the last one wanted
 * @param place where in the workspace the work is
 * @param session the conversation that a rework goes on with
 * @param costLeft in US dollars
 * @param dueBy null where it may take as long as it takes
 */
public record Order(
        OpenCall call,
        String pack,
        String agent,
        PlannedTask task,
        String instruction,
        List<Handed> inputs,
        List<Finding> findings,
        List<String> deliverables,
        List<String> successCriteria,
        Place place,
        @Nullable Session session,
        double costLeft,
        @Nullable Instant dueBy) {
    public Order {
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
        deliverables = List.copyOf(deliverables);
        successCriteria = List.copyOf(successCriteria);
    }

    /** Where work is done; all null for the workspace as a whole. */
    public record Place(
            @Nullable String module,
            @Nullable String repository,
            @Nullable String workingFolder) {
        static final Place WORKSPACE = new Place(null, null, null);
    }

    /** The order of an open call. */
    public static Order of(RunState state, OpenCall call) {
        return new Ordering(state, call).order();
    }

    /** Where a check runs: in its step's working folder, or in the workspace where it is a phase's. */
    public static Place of(RunState state, OpenCheck check) {
        Route.RunStep stop = check.step() == null ? null : state.route().stop(check.step());
        return stop == null ? Place.WORKSPACE : at(stop);
    }

    /** Where the work of a step is. */
    static Place at(Route.RunStep stop) {
        return new Place(
                stop.step().module(), stop.step().repository(), stop.step().workingFolder());
    }
}
