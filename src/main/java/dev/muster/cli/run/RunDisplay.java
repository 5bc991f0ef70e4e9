package dev.muster.cli.run;

import dev.muster.app.runs.RunView;
import dev.muster.app.runs.RunView.PhaseView;
import dev.muster.app.runs.RunView.StepView;
import dev.muster.run.event.Logged;

/** Shows a run while it goes on. */
interface RunDisplay {
    /** Something happened. */
    void event(Logged logged);

    /** Nothing happened for a moment: a terminal shows that all is alive. */
    void idle(RunView view);

    /** What is on a line of its own for a moment only is taken away before something else is written. */
    void clear();

    /** Nothing more is shown, and no line for a moment is left behind: the terminal is somebody else's from now on. */
    void end();

    /** How a phase stands, in numbers. */
    static String standing(PhaseView phase) {
        return "%s: %d completed, %d in progress, %d pending, %d blocked, %d failed"
                .formatted(
                        phase.name(),
                        count(phase, "done") + count(phase, "skipped"),
                        count(phase, "in-progress") + count(phase, "waiting"),
                        count(phase, "pending"),
                        count(phase, "blocked"),
                        count(phase, "failed"));
    }

    private static long count(PhaseView phase, String status) {
        return phase.steps().stream()
                .map(StepView::status)
                .filter(status::equals)
                .count();
    }
}
