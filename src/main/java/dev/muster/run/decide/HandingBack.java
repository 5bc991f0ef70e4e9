package dev.muster.run.decide;

import dev.muster.agent.executor.Finding;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Trouble;
import dev.muster.run.fold.Downstream;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives what was found to those who put it right, once they are free. */
final class HandingBack {
    private final Turn turn;

    HandingBack(Turn turn) {
        this.turn = turn;
    }

    void fromPhase(RunPhase runPhase, List<Finding> findings) {
        Map<RunStep, List<Finding>> shares =
                Blame.ofPhase(turn.state(), runPhase).share(turn.state(), findings);
        if (shares.isEmpty()) {
            ask(null, runPhase, findings);
        } else if (areFree(shares, runPhase)) {
            hand(null, runPhase.name(), shares, true, "a check of phase " + runPhase.name() + " does not pass");
        }
    }

    /** Checks of a reviewer's step are about what it reviews. */
    void fromChecks(RunStep reviewer, List<Finding> findings) {
        Map<RunStep, List<Finding>> shares =
                Blame.ofReviewer(turn.state(), reviewer).share(turn.state(), findings);
        if (shares.isEmpty()) {
            ask(reviewer, null, findings);
        } else if (areFree(shares, null)) {
            hand(reviewer.name(), null, shares, true, "a check of " + reviewer.name() + " does not pass");
        }
    }

    void fromReviewer(RunStep reviewer, List<Finding> findings) {
        Map<RunStep, List<Finding>> shares =
                Blame.ofReviewer(turn.state(), reviewer).share(turn.state(), findings);
        if (shares.isEmpty()) {
            Gate gate = reviewer.gates().getFirst();
            Trouble.ChangesWanted changes = new Trouble.ChangesWanted(
                    reviewer.name(),
                    gate.name(),
                    gate.level(),
                    turn.step(reviewer).round(),
                    findings,
                    List.of());
            OpenQuestions.review(
                    turn,
                    reviewer,
                    gate,
                    changes,
                    Blame.ofReviewer(turn.state(), reviewer).somebody());
        } else if (areFree(shares, null)) {
            hand(reviewer.name(), null, shares, false, reviewer.agent() + " wants changes");
        }
    }

    private void ask(@Nullable RunStep stop, @Nullable RunPhase runPhase, List<Finding> findings) {
        String text = findings.isEmpty() ? "" : findings.getFirst().text();
        boolean somebody = stop == null && runPhase != null
                ? Blame.ofPhase(turn.state(), runPhase).somebody()
                : stop != null && Blame.ofReviewer(turn.state(), stop).somebody();
        OpenQuestions.check(turn, stop, runPhase, text, somebody);
    }

    private void hand(
            @Nullable String step,
            @Nullable String phase,
            Map<RunStep, List<Finding>> shares,
            boolean mending,
            String why) {
        turn.emit(new RunEvent.HandedBack(
                step, phase, shares.keySet().stream().map(RunStep::name).toList()));
        shares.forEach((stop, findings) -> turn.emit(
                new RunEvent.ReworkOrdered(stop.name(), turn.step(stop).round() + 1, findings, mending, why)));
    }

    /** Nobody is taken up again while at work, or while checks of the phase that they stand in are open. */
    private boolean areFree(Map<RunStep, List<Finding>> shares, @Nullable RunPhase asking) {
        return shares.keySet().stream()
                .allMatch(stop -> turn.step(stop).done()
                        && phasesRest(stop.phase(), asking)
                        && Downstream.reviewers(turn.state().route(), stop).stream()
                                .filter(reviewer -> turn.step(reviewer).done())
                                .allMatch(reviewer -> phasesRest(reviewer.phase(), asking)));
    }

    private boolean phasesRest(int place, @Nullable RunPhase asking) {
        for (int at = place; at >= 0; at = turn.state().route().phases().get(at).parent()) {
            boolean asks = asking != null && asking.place() == at;
            if (!asks && !turn.state().phase(at).atRest()) {
                return false;
            }
        }
        return true;
    }
}
