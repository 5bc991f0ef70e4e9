package dev.muster.run.decide;

import dev.muster.run.event.RunEvent;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Rounds;
import dev.muster.run.turn.Turn;
import java.util.List;

/** Has a reviewer look again at what was changed, once that is done. */
final class ReReview {
    private ReReview() {}

    static void look(Turn turn, RunStep reviewer, List<Integer> changed) {
        boolean allEnded =
                changed.stream().allMatch(place -> turn.state().step(place).ended());
        if (!allEnded) {
            return;
        }
        if (Rounds.left(turn.state(), reviewer, reviewer.gates().getFirst()) > 0) {
            turn.emit(new RunEvent.RoundBegun(
                    reviewer.name(), null, turn.step(reviewer).round() + 1));
        } else {
            ExhaustedLimits.askRounds(turn, reviewer);
        }
    }
}
