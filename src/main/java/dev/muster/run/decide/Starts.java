package dev.muster.run.decide;

import dev.muster.agent.executor.Purpose;
import dev.muster.plan.Plan;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.CallKeys;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.IndexSet;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import dev.muster.run.turn.Times;
import dev.muster.run.turn.Turn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts what is due as far as limits allow: first what has begun, then new steps, each in the order of the plan. */
final class Starts {
    private final Turn turn;

    Starts(Turn turn) {
        this.turn = turn;
    }

    void start() {
        turn.state().active().each(place -> resume(turn.state().route().steps().get(place)));
        turn.state()
                .openPhases
                .each(place -> check(turn.state().route().phases().get(place)));
        IndexSet ready = turn.state().ready();
        for (int place = ready.next(0); place >= 0 && mayStart(false); place = ready.next(place + 1)) {
            begin(turn.state().route().steps().get(place));
        }
    }

    private void begin(RunStep stop) {
        if (!mayBegin()) {
            return;
        }
        if (stop.judges()) {
            turn.emit(new RunEvent.RoundBegun(stop.name(), null, 1));
            resume(stop);
        } else {
            call(stop, null, Purpose.WORK, 1, 1);
        }
    }

    private void resume(RunStep stop) {
        StepState step = turn.step(stop);
        switch (step.stage()) {
            case Stage.Due due
            when !due.notBefore().isAfter(turn.now()) && Mending.mayGoOn(turn.state(), step) -> {
                if (mayStart(true)) {
                    call(stop, null, due.purpose(), step.round(), due.attempt());
                }
            }
            case Stage.Checking checking when checking.checks().idle() -> check(stop, step, checking.checks());
            case Stage.Reviewing reviewing -> review(stop, step, reviewing.gates());
            default -> {}
        }
    }

    private void review(RunStep stop, StepState step, List<GateStage> stages) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof GateStage.Due due && !due.notBefore().isAfter(turn.now()) && mayStart(true)) {
                call(stop, stop.gates().get(i), Purpose.REVIEW, step.round(), due.attempt());
            }
        }
    }

    private void check(RunStep stop, StepState step, CheckRun run) {
        List<Plan.Check> checks = stop.step().checks();
        if (run.index() < checks.size() && mayStart(true)) {
            emit(stop.name(), null, step.round(), run, checks.get(run.index()));
        }
    }

    private void check(RunPhase runPhase) {
        PhaseState phase = turn.phase(runPhase);
        List<Plan.Check> checks = runPhase.phase().checks();
        if (phase.stage() instanceof PhaseStage.Checking(CheckRun run)
                && run.idle()
                && run.index() < checks.size()
                && mayStart(true)) {
            emit(null, runPhase.name(), phase.round(), run, checks.get(run.index()));
        }
    }

    private void emit(@Nullable String step, @Nullable String phase, int round, CheckRun run, Plan.Check check) {
        String at = step != null ? step : "phase:" + Objects.requireNonNull(phase);
        turn.emit(new RunEvent.CheckStarted(
                step,
                phase,
                run.index(),
                check.command(),
                CallKeys.check(turn.state().brief(), at, round, run),
                Times.checkDueBy(turn)));
    }

    private void call(RunStep stop, @Nullable Gate gate, Purpose purpose, int round, int attempt) {
        RunBrief brief = turn.state().brief();
        String agent = gate == null ? stop.agent() : gate.agent();
        Assigned assigned = brief.executor(agent);
        String name = gate == null ? null : gate.name();
        turn.emit(new RunEvent.AttemptStarted(
                stop.name(),
                purpose,
                name,
                round,
                attempt,
                agent,
                assigned.executor(),
                assigned.kind(),
                CallKeys.attempt(brief, stop.name(), name, round, attempt),
                Times.dueBy(turn, assigned)));
    }

    private boolean mayBegin() {
        RunState state = turn.state();
        return mayStart(true)
                && !ExhaustedLimits.ask(
                        turn, LimitKind.STEPS, state.begun(), state.limits().steps());
    }

    /** Whether a place is free and no limit of the run is used up; asks a person where something is to start and one is. */
    private boolean mayStart(boolean asks) {
        RunState state = turn.state();
        if (state.ended() || state.machines() + state.people() >= state.limits().parallelAgents()) {
            return false;
        }
        return !asks || !ExhaustedLimits.anyOf(turn);
    }
}
