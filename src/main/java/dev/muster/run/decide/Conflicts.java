package dev.muster.run.decide;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Severity;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Rounds;
import dev.muster.run.turn.Turn;
import java.util.List;

/** What follows where an agent says that what it was given does not go together. */
public final class Conflicts {
    private final Turn turn;
    private final Decisions decisions;

    Conflicts(Turn turn, Decisions decisions) {
        this.turn = turn;
        this.decisions = decisions;
    }

    void of(RunStep stop, Outcome.Succeeded succeeded) {
        Trouble.Contradiction trouble =
                new Trouble.Contradiction(stop.name(), succeeded.conflicts(), Rounds.left(turn.state(), stop));
        Remedy remedy = Bounds.keep(decisions.on(trouble), trouble);
        turn.emit(new RunEvent.TroubleMet(
                stop.name(), null, null, trouble.kind(), trouble.text(), remedy.kind(), remedy.decidedBy()));
        switch (remedy.kind()) {
            case STOP -> Endings.end(turn, RunStatus.FAILED, trouble.text());
            case ASK -> OpenQuestions.conflict(turn, stop, trouble.text());
            case REWORK -> rework(turn, stop, "These do not go together: " + trouble.text());
            case REPORT, RETRY -> {}
        }
    }

    /** The work is done once more, knowing what was decided. */
    public static void rework(Turn turn, RunStep stop, String text) {
        Finding finding = new Finding(Severity.HIGH, null, null, text, true);
        turn.emit(new RunEvent.ReworkOrdered(
                stop.name(),
                turn.step(stop).round() + 1,
                List.of(finding),
                false,
                "what was handed in contradicts itself"));
    }
}
