package dev.muster.run;

import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanTitle;
import dev.muster.plan.ReviewLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked about: who judges something has to see it.
 *
 * @param title of the run's task
 * @param level how binding the review is; null where it is about none
 * @param handedIn the work
 * @param where it lies; null where it is about no step
 */
public record Subject(
        String title,
        @Nullable ReviewLevel level,
        List<Work> handedIn,
        @Nullable Where where) {
    public Subject {
        handedIn = List.copyOf(handedIn);
    }

    /** What a step handed in. */
    public record Work(
            String step, String agent, String summary, List<String> filesCreated, List<String> filesChanged) {
        public Work {
            filesCreated = List.copyOf(filesCreated);
            filesChanged = List.copyOf(filesChanged);
        }
    }

    /**
     * A folder as the plan has it.
     *
     * @param workspace null for the run's own
     * @param repository its path in the workspace; empty for the workspace itself
     * @param workingFolder its path in the repository; null for all of it
     */
    public record Where(
            @Nullable String workspace,
            String repository,
            @Nullable String workingFolder) {
        /** Where work for a step of a plan is done. */
        public static Where of(RunBrief brief, Plan plan, Order.Place place) {
            String repository = plan.repositories().stream()
                    .filter(one -> one.name().equals(place.repository()))
                    .map(Plan.Repository::path)
                    .findFirst()
                    .orElse("");
            return new Where(brief.workspace(), repository, place.workingFolder());
        }
    }

    /** That of something asked, a question or a person's call, as the run is now. */
    public static Subject of(RunState state, RunEvent asked) {
        return switch (asked) {
            case RunEvent.PersonAsked question -> of(state, question.step(), question.gate());
            case RunEvent.AttemptStarted call -> of(state, call);
            default -> of(state, null, null);
        };
    }

    private static Subject of(RunState state, RunEvent.AttemptStarted started) {
        Subject plain = of(state, started.step(), started.gate());
        return state.openCalls().stream()
                .filter(call -> call.key().equals(started.key()))
                .findFirst()
                .map(call -> new Subject(plain.title, plain.level, given(state, call), plain.where))
                .orElse(plain);
    }

    /** A reviewer judges the subjects; whoever works builds on what is before them. */
    private static List<Work> given(RunState state, OpenCall call) {
        return Order.of(state, call).inputs().stream()
                .filter(input -> input.relation() != Handed.Relation.EARLIER)
                .map(Subject::work)
                .toList();
    }

    private static Work work(Handed input) {
        return new Work(input.step(), input.agent(), input.summary(), input.filesCreated(), input.filesChanged());
    }

    private static Subject of(RunState state, @Nullable String step, @Nullable String gate) {
        String title = PlanTitle.of(state.brief().plan().task());
        Route.Stop stop = step == null ? null : state.route().stop(step);
        if (stop == null) {
            return new Subject(title, null, List.of(), null);
        }
        return new Subject(
                title,
                level(stop, gate),
                work(stop, state.step(stop.place()).result()),
                Where.of(state.brief(), stop.plan(), Order.at(stop)));
    }

    private static List<Work> work(Route.Stop stop, Outcome.@Nullable Succeeded result) {
        return result == null
                ? List.of()
                : List.of(new Work(
                        stop.name(), stop.agent(), result.summary(), result.filesCreated(), result.filesChanged()));
    }

    private static @Nullable ReviewLevel level(Route.Stop stop, @Nullable String gate) {
        return stop.gates().stream()
                .filter(one -> one.name().equals(gate))
                .map(Route.Gate::level)
                .findFirst()
                .orElse(null);
    }
}
