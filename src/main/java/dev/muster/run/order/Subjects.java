package dev.muster.run.order;

import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.rendering.PlanTitle;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Subject;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a person is asked about. */
public final class Subjects {
    private Subjects() {}

    /** Where work for a step of a plan is done. */
    public static Subject.Where where(RunBrief brief, Plan plan, Order.Place place) {
        String repository = plan.repositories().stream()
                .filter(one -> one.name().equals(place.repository()))
                .map(Plan.Repository::path)
                .findFirst()
                .orElse("");
        return new Subject.Where(brief.workspace(), repository, place.workingFolder());
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
                .map(call -> new Subject(plain.title(), plain.level(), given(state, call), plain.where()))
                .orElse(plain);
    }

    /** A reviewer judges the subjects; whoever works builds on what is before them. */
    private static List<Subject.Work> given(RunState state, OpenCall call) {
        return Order.of(state, call).inputs().stream()
                .filter(input -> input.relation() != Handed.Relation.EARLIER)
                .map(Subjects::work)
                .toList();
    }

    private static Subject.Work work(Handed input) {
        return new Subject.Work(
                input.step(), input.agent(), input.summary(), input.filesCreated(), input.filesChanged());
    }

    private static Subject of(RunState state, @Nullable String step, @Nullable String gate) {
        String title = PlanTitle.of(state.brief().plan().task());
        Route.RunStep stop = step == null ? null : state.route().stop(step);
        if (stop == null) {
            return new Subject(title, null, List.of(), null);
        }
        return new Subject(
                title,
                level(stop, gate),
                work(stop, state.step(stop.place()).result()),
                where(state.brief(), stop.plan(), Order.at(stop)));
    }

    private static List<Subject.Work> work(Route.RunStep stop, Outcome.@Nullable Succeeded result) {
        return result == null
                ? List.of()
                : List.of(new Subject.Work(
                        stop.name(), stop.agent(), result.summary(), result.filesCreated(), result.filesChanged()));
    }

    private static @Nullable ReviewLevel level(Route.RunStep stop, @Nullable String gate) {
        return stop.gates().stream()
                .filter(one -> one.name().equals(gate))
                .map(Route.Gate::level)
                .findFirst()
                .orElse(null);
    }
}
