package dev.muster.app;

import dev.muster.agent.executor.Handed;
import dev.muster.agent.executor.Outcome;
import dev.muster.app.InboxEntry.HandedWork;
import dev.muster.plan.PlanTitle;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.OpenCall;
import dev.muster.run.Order;
import dev.muster.run.Route;
import dev.muster.run.RunEvent;
import dev.muster.run.RunState;
import dev.muster.run.engine.Workplace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what people are asked about: who judges something has to see it. */
@ApplicationScoped
class Subjects {
    private final RunFolders folders;

    Subjects(RunFolders folders) {
        this.folders = folders;
    }

    Subject of(RunState state, RunEvent asked) {
        return switch (asked) {
            case RunEvent.PersonAsked question -> of(state, question.step(), question.gate());
            case RunEvent.AttemptStarted call -> of(state, call);
            default -> of(state, null, null);
        };
    }

    private Subject of(RunState state, RunEvent.AttemptStarted started) {
        Subject plain = of(state, started.step(), started.gate());
        return state.openCalls().stream()
                .filter(call -> call.key().equals(started.key()))
                .findFirst()
                .map(call -> new Subject(plain.title(), plain.level(), given(state, call), plain.folder()))
                .orElse(plain);
    }

    /** A reviewer judges the subjects; whoever works builds on what is before them. */
    private static List<HandedWork> given(RunState state, OpenCall call) {
        return Order.of(state, call).inputs().stream()
                .filter(input -> input.relation() != Handed.Relation.EARLIER)
                .map(Subjects::handed)
                .toList();
    }

    private static HandedWork handed(Handed input) {
        return new HandedWork(input.step(), input.agent(), input.summary(), input.filesCreated(), input.filesChanged());
    }

    private Subject of(RunState state, @Nullable String step, @Nullable String gate) {
        String title = PlanTitle.of(state.brief().plan().task());
        Route.Stop stop = step == null ? null : state.route().stop(step);
        if (stop == null) {
            return new Subject(title, null, List.of(), null);
        }
        Outcome.Succeeded result = state.step(stop.place()).result();
        List<HandedWork> work = result == null
                ? List.of()
                : List.of(new HandedWork(
                        stop.name(), stop.agent(), result.summary(), result.filesCreated(), result.filesChanged()));
        return new Subject(title, level(stop, gate), work, folder(state, stop));
    }

    private static @Nullable ReviewLevel level(Route.Stop stop, @Nullable String gate) {
        return stop.gates().stream()
                .filter(one -> one.name().equals(gate))
                .map(Route.Gate::level)
                .findFirst()
                .orElse(null);
    }

    /** A pack that names a folder outside of the workspace has its fault told where the step is called. */
    private @Nullable String folder(RunState state, Route.Stop stop) {
        try {
            return folders.whereWork(state.brief(), stop.plan(), Order.at(stop)).toString();
        } catch (Workplace.CannotWork _) {
            return null;
        }
    }
}
