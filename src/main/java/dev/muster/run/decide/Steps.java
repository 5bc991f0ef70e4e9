package dev.muster.run.decide;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Rounds;
import dev.muster.run.turn.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings on steps that have begun: what agents and checks came back with, and what follows. */
final class Steps {
    private final Turn turn;
    private final Decisions decisions;
    private final Gates gates;
    private final Failures failures;

    Steps(Turn turn, Decisions decisions) {
        this.turn = turn;
        this.decisions = decisions;
        failures = new Failures(turn, decisions);
        gates = new Gates(turn, decisions, failures);
    }

    void advance() {
        turn.state().active().each(place -> {
            if (!turn.state().ended()) {
                advance(turn.state().route().steps().get(place));
            }
        });
    }

    private void advance(RunStep stop) {
        StepState step = turn.step(stop);
        switch (step.stage()) {
            case Stage.Returned returned -> returned(stop, returned);
            case Stage.Checking checking -> checks(stop, step, checking.checks());
            case Stage.Reviewing reviewing -> gates.advance(stop);
            case Stage.HandedBack back -> ReReview.look(turn, stop, back.to());
            default -> {}
        }
    }

    private void returned(RunStep stop, Stage.Returned returned) {
        switch (returned.outcome()) {
            case Outcome.Failed failed -> failures.of(stop, null, returned.call(), failed);
            case Outcome.Cancelled cancelled -> failures.of(stop, null, returned.call(), Failures.cancelled(cancelled));
            case Outcome.Asked asked -> OpenQuestions.question(turn, stop, null, asked);
            case Outcome.Succeeded succeeded -> new Conflicts(turn, decisions).of(stop, succeeded);
        }
    }

    private void checks(RunStep stop, StepState step, CheckRun run) {
        List<Plan.Check> checks = stop.step().checks();
        if (run.failed() != null) {
            failed(stop, checks.get(run.index()), run, run.failed());
        } else if (run.index() == checks.size() && stop.judges()) {
            new HandingBack(turn).fromChecks(stop, run.findings());
        } else if (run.index() == checks.size()) {
            rework(stop, step, run.findings());
        }
    }

    private void rework(RunStep stop, StepState step, List<Finding> findings) {
        if (Rounds.left(turn.state(), stop) > 0) {
            turn.emit(
                    new RunEvent.ReworkOrdered(stop.name(), step.round() + 1, findings, true, "a check does not pass"));
        } else {
            OpenQuestions.check(turn, stop, null, findings.getFirst().text(), true);
        }
    }

    private void failed(RunStep stop, Plan.Check check, CheckRun run, CheckResult result) {
        Trouble.CheckFailed trouble =
                new Trouble.CheckFailed(stop.name(), null, check, result, reworkers(stop, run.findings()), hint(stop));
        Remedy remedy = Bounds.keep(decisions.on(trouble), trouble);
        turn.emit(new RunEvent.TroubleMet(
                stop.name(), null, null, trouble.kind(), trouble.text(), remedy.kind(), remedy.decidedBy()));
        switch (remedy.kind()) {
            case STOP -> Endings.end(turn, RunStatus.FAILED, trouble.text() + Hints.of(runPhase(stop)));
            case ASK ->
                OpenQuestions.check(turn, stop, null, trouble.text() + Hints.of(runPhase(stop)), somebody(stop));
            case REPORT, REWORK, RETRY -> {}
        }
    }

    private List<String> reworkers(RunStep stop, List<Finding> findings) {
        if (stop.judges()) {
            return Blame.ofReviewer(turn.state(), stop).names(turn.state(), findings);
        }
        return Rounds.left(turn.state(), stop) > 0 ? List.of(stop.name()) : List.of();
    }

    private boolean somebody(RunStep stop) {
        return !stop.judges() || Blame.ofReviewer(turn.state(), stop).somebody();
    }

    private @Nullable String hint(RunStep stop) {
        return runPhase(stop).phase().hint();
    }

    private Route.RunPhase runPhase(RunStep stop) {
        return turn.state().route().phases().get(stop.phase());
    }
}
