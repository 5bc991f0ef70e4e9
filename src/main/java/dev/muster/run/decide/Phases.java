package dev.muster.run.decide;

import dev.muster.agent.executor.CheckResult;
import dev.muster.plan.Optionality;
import dev.muster.plan.Plan;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Turn;
import java.util.List;

/** Brings phases on: begins them in their order, asks for optional ones, sees to their checks, ends them. */
final class Phases {
    private final Turn turn;
    private final Decisions decisions;

    Phases(Turn turn, Decisions decisions) {
        this.turn = turn;
        this.decisions = decisions;
    }

    void advance() {
        turn.state().openPhases().each(place -> {
            if (!turn.state().ended()) {
                advance(turn.state().route().phases().get(place));
            }
        });
        if (!turn.state().ended() && turn.state().openPhases().isEmpty()) {
            Endings.complete(turn);
        }
    }

    private void advance(RunPhase runPhase) {
        PhaseState phase = turn.phase(runPhase);
        switch (phase.stage()) {
            case PhaseStage.Waiting waiting when mayBegin(runPhase) -> begin(runPhase, waiting.wanted());
            case PhaseStage.Checking checking -> checks(runPhase, checking.checks());
            case PhaseStage.HandedBack back
            when haveEnded(back.to()) && phase.workDone(runPhase) ->
                turn.emit(new RunEvent.RoundBegun(null, runPhase.name(), phase.round() + 1));
            case PhaseStage.Checked checked
            when phase.own() == 0 && phase.nested() == 0 -> turn.emit(new RunEvent.PhaseEnded(runPhase.name()));
            default -> {}
        }
    }

    private boolean haveEnded(List<Integer> steps) {
        return steps.stream().allMatch(place -> turn.state().step(place).ended());
    }

    private boolean mayBegin(RunPhase runPhase) {
        RunState state = turn.state();
        boolean beforeAll = state.asks().stream()
                .map(ask -> ask.asked().kind())
                .anyMatch(kind -> kind == AskKind.ESCALATION || kind == AskKind.PREREQUISITES);
        return !beforeAll
                && allThrough(runPhase.before())
                && (runPhase.parent() < 0 || letsIn(state.phase(runPhase.parent())));
    }

    /** Also the earlier ones: a step of one may have been taken up again while the next was asked about or skipped. */
    private boolean allThrough(int before) {
        for (int at = before;
                at >= 0;
                at = turn.state().route().phases().get(at).before()) {
            if (!turn.state().phase(at).through()) {
                return false;
            }
        }
        return true;
    }

    /** Nested phases come after the steps of the phase that they are in. */
    private static boolean letsIn(PhaseState parent) {
        return parent.begun() && !parent.ended() && parent.blocking() == 0;
    }

    private void begin(RunPhase runPhase, boolean wanted) {
        if (!wanted && runPhase.phase().optional() == Optionality.ASK && !holdsHardReview(runPhase)) {
            OpenQuestions.phase(turn, runPhase);
        } else {
            turn.emit(new RunEvent.PhaseStarted(runPhase.name()));
        }
    }

    /** Nobody says no to a hard review. */
    private boolean holdsHardReview(RunPhase runPhase) {
        Route route = turn.state().route();
        return runPhase.steps().stream()
                        .map(place -> route.steps().get(place))
                        .anyMatch(stop -> stop.judges() && stop.hasHardGate())
                || runPhase.nested().stream()
                        .anyMatch(place -> holdsHardReview(route.phases().get(place)));
    }

    private void checks(RunPhase runPhase, CheckRun run) {
        List<Plan.Check> checks = runPhase.phase().checks();
        if (run.failed() != null) {
            failed(runPhase, checks.get(run.index()), run, run.failed());
        } else if (run.index() == checks.size()) {
            new HandingBack(turn).fromPhase(runPhase, run.findings());
        }
    }

    private void failed(RunPhase runPhase, Plan.Check check, CheckRun run, CheckResult result) {
        List<String> reworkers = Blame.ofPhase(turn.state(), runPhase).names(turn.state(), run.findings());
        Trouble.CheckFailed trouble = new Trouble.CheckFailed(
                null,
                runPhase.name(),
                check,
                result,
                reworkers,
                runPhase.phase().hint());
        Remedy remedy = Bounds.keep(decisions.on(trouble), trouble);
        turn.emit(new RunEvent.TroubleMet(
                null, runPhase.name(), null, trouble.kind(), trouble.text(), remedy.kind(), remedy.decidedBy()));
        switch (remedy.kind()) {
            case STOP -> Endings.end(turn, RunStatus.FAILED, trouble.text() + Hints.of(runPhase));
            case ASK ->
                OpenQuestions.check(
                        turn,
                        null,
                        runPhase,
                        trouble.text() + Hints.of(runPhase),
                        Blame.ofPhase(turn.state(), runPhase).somebody());
            case REPORT, REWORK, RETRY -> {}
        }
    }
}
