package dev.muster.run;

import dev.muster.run.Route.Stop;
import java.util.List;

/** Has a reviewer look again at what was changed, once that is done. */
final class Again {
    private Again() {}

    static void look(Turn turn, Stop reviewer, List<Integer> changed) {
        boolean allEnded =
                changed.stream().allMatch(place -> turn.state().step(place).ended());
        if (!allEnded) {
            return;
        }
        if (Rounds.left(turn.state(), reviewer, reviewer.gates().getFirst()) > 0) {
            turn.emit(new RunEvent.RoundBegun(
                    reviewer.name(), null, turn.step(reviewer).round() + 1));
        } else {
            Spent.askRounds(turn, reviewer);
        }
    }
}
