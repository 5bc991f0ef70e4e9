package dev.muster.run;

import dev.muster.run.fold.RunState;
import dev.muster.run.state.Route;

/** All of a state as text, to be compared. */
final class Picture {
    private Picture() {}

    static String of(RunState state) {
        StringBuilder text = new StringBuilder();
        for (Route.RunStep stop : state.route().steps()) {
            text.append(stop.name())
                    .append(' ')
                    .append(state.step(stop.place()))
                    .append('\n');
        }
        for (Route.RunPhase runPhase : state.route().phases()) {
            text.append(runPhase.name())
                    .append(' ')
                    .append(state.phase(runPhase.place()))
                    .append('\n');
        }
        state.ready().each(place -> text.append(" ready ").append(place));
        state.active().each(place -> text.append(" active ").append(place));
        state.openPhases().each(place -> text.append(" open ").append(place));
        return text.append('\n')
                .append(state.startedAt())
                .append(' ')
                .append(state.machines())
                .append(' ')
                .append(state.people())
                .append(' ')
                .append(state.begun())
                .append(' ')
                .append(state.cost())
                .append(' ')
                .append(state.worked())
                .append(' ')
                .append(state.limits())
                .append(' ')
                .append(state.asks())
                .append(' ')
                .append(state.said())
                .append(' ')
                .append(state.cancelRequest())
                .append(' ')
                .append(state.end())
                .toString();
    }
}
