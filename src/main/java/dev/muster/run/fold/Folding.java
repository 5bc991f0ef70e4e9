package dev.muster.run.fold;

import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Limits;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.CancelRequested;
import dev.muster.run.event.RunEvent.RunEnded;
import dev.muster.run.state.Ask;
import dev.muster.run.state.IndexSet;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Said;
import dev.muster.run.state.Shelf;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state while an event is folded into it. */
final class Folding {
    final RunBrief brief;
    final Route route;

    @Nullable
    Instant startedAt;

    Instant lastAt;
    Duration worked;
    Shelf<StepState> steps;
    Shelf<PhaseState> phases;
    IndexSet ready;
    IndexSet active;
    IndexSet openPhases;
    int machines;
    int people;
    int begun;
    double cost;
    Limits limits;
    Map<String, Ask> asks;
    int asked;
    List<Said> said;

    @Nullable
    CancelRequested cancel;

    @Nullable
    RunEnded end;

    private final @Nullable RunState before;

    Folding(RunState state) {
        before = state;
        brief = state.brief;
        route = state.route;
        startedAt = state.startedAt;
        lastAt = state.lastAt;
        worked = state.worked;
        steps = state.steps;
        phases = state.phases;
        ready = state.ready;
        active = state.active;
        openPhases = state.openPhases;
        machines = state.machines;
        people = state.people;
        begun = state.begun;
        cost = state.cost;
        limits = state.limits;
        asks = state.asks;
        asked = state.asked;
        said = state.said;
        cancel = state.cancel;
        end = state.end;
    }

    private Folding(RunBrief brief, Route route) {
        before = null;
        this.brief = brief;
        this.route = route;
        lastAt = Instant.EPOCH;
        worked = Duration.ZERO;
        steps = Shelf.of(route.steps().stream().map(StepState::waiting).toList());
        phases = Shelf.of(route.phases().stream()
                .map(runPhase -> waiting(route, runPhase))
                .toList());
        ready = IndexSet.NONE;
        active = IndexSet.NONE;
        openPhases = IndexSet.upTo(route.phases().size());
        limits = Allowed.atFirst(brief.plan());
        asks = Map.of();
        said = List.of();
    }

    static RunState start(RunBrief brief) {
        return new RunState(new Folding(brief, Route.of(brief.plan())));
    }

    RunState apply(Instant at, RunEvent event) {
        if (before != null) {
            worked = before.workedBy(at);
        }
        lastAt = at.isAfter(lastAt) ? at : lastAt;
        switch (event) {
            case RunEvent.RunStarted e -> startedAt = at;
            case RunEvent.CancelRequested e -> cancel = e;
            case RunEvent.RunEnded e -> end = e;
            case RunEvent.LimitRaised e -> raise(e);
            case RunEvent.LimitReached e -> {}
            case RunEvent.FollowUpRecorded e -> {}
            case RunEvent.AttemptProgressed e -> {}
            case RunEvent.PersonAsked e -> ask(at, e);
            case RunEvent.PersonAnswered e -> answer(e);
            case RunEvent.AskWithdrawn e -> withdraw(e.askId());
            case RunEvent.PhaseStarted e -> new PhaseFolding(this).started(e);
            case RunEvent.PhaseSkipped e -> new PhaseFolding(this).skipped(e);
            case RunEvent.PhaseEnded e -> new PhaseFolding(this).ended(e);
            case RunEvent.CheckStarted e -> new CheckFolding(this).started(e);
            case RunEvent.CheckFinished e -> new CheckFolding(this).finished(e);
            case RunEvent.TroubleMet e -> new TroubleFolding(this).met(e);
            case RunEvent.HandedBack e -> new StepFolding(this).handedBack(e);
            case RunEvent.RoundBegun e -> new StepFolding(this).roundBegun(e);
            case RunEvent.ReworkOrdered e -> new StepFolding(this).rework(e);
            case RunEvent.StepEnded e -> new StepFolding(this).ended(e);
            case RunEvent.TakenOver e -> new StepFolding(this).takenOver(e);
            case RunEvent.AttemptStarted e -> new AttemptFolding(this).started(e);
            case RunEvent.AttemptRedelivered e -> new AttemptFolding(this).redelivered(e);
            case RunEvent.AttemptClaimed e -> new AttemptFolding(this).claimed(e);
            case RunEvent.AttemptFinished e -> new AttemptFolding(this).finished(e);
            case RunEvent.RetryScheduled e -> new AttemptFolding(this).retry(e);
            case RunEvent.VerdictGiven e -> new GateFolding(this).verdict(e);
            case RunEvent.ScopeFrozen e -> new GateFolding(this).frozen(e);
            case RunEvent.GateOverridden e -> new GateFolding(this).overridden(e);
        }
        return new RunState(this);
    }

    Route.RunStep stop(String step) {
        Route.RunStep stop = route.stop(step);
        if (stop == null) {
            throw new IllegalArgumentException("The plan of run " + brief.runId() + " has no step " + step + ".");
        }
        return stop;
    }

    Route.RunPhase runPhase(String phase) {
        Route.RunPhase runPhase = route.runPhase(phase);
        if (runPhase == null) {
            throw new IllegalArgumentException("The plan of run " + brief.runId() + " has no phase " + phase + ".");
        }
        return runPhase;
    }

    /** Puts a step where it is now, and keeps the sets that tell who may begin and who has begun. */
    void put(Route.RunStep stop, StepState step) {
        int place = stop.place();
        steps = steps.with(place, step);
        active = step.active() ? active.with(place) : active.without(place);
        boolean mayBegin = step.stage() instanceof Stage.Waiting waiting
                && waiting.open() == 0
                && phases.get(stop.phase()).begun();
        ready = mayBegin ? ready.with(place) : ready.without(place);
    }

    void put(Route.RunPhase runPhase, PhaseState phase) {
        phases = phases.with(runPhase.place(), phase);
        openPhases = phase.ended() ? openPhases.without(runPhase.place()) : openPhases.with(runPhase.place());
    }

    void atWork(ExecutorKind kind, int more) {
        if (kind == ExecutorKind.PERSON) {
            people += more;
        } else {
            machines += more;
        }
    }

    void spend(Outcome outcome) {
        Double told = outcome.usage().costUsd();
        cost += told == null ? 0 : told;
    }

    private static PhaseState waiting(Route route, Route.RunPhase runPhase) {
        int blocking = (int) runPhase.steps().stream()
                .filter(place -> route.steps().get(place).step().blocking())
                .count();
        int nested = runPhase.nested().size();
        return new PhaseState(
                new PhaseStage.Waiting(false), blocking, runPhase.steps().size(), nested, nested, false, 0);
    }

    private void ask(Instant at, RunEvent.PersonAsked e) {
        Map<String, Ask> more = new LinkedHashMap<>(asks);
        more.put(e.askId(), new Ask(e, at));
        asks = more;
        asked++;
        new AskFolding(this).asked(e);
    }

    private void answer(RunEvent.PersonAnswered e) {
        Ask ask = withdraw(e.askId());
        new AskFolding(this).answered(ask.asked(), e);
    }

    /** Where what it is about goes on is said by the event that follows. */
    private Ask withdraw(String askId) {
        Ask ask = asks.get(askId);
        if (ask == null) {
            throw new IllegalArgumentException("Nobody was asked " + askId + ", or it was answered before.");
        }
        Map<String, Ask> fewer = new LinkedHashMap<>(asks);
        fewer.remove(askId);
        asks = fewer;
        return ask;
    }

    private void raise(RunEvent.LimitRaised e) {
        if (e.step() == null) {
            limits = Allowed.raised(limits, e);
        } else {
            Route.RunStep stop = stop(e.step());
            put(stop, steps.get(stop.place()).raised(e.limit(), e.to()));
        }
    }

    void say(Said more) {
        List<Said> all = new ArrayList<>(said);
        all.add(more);
        said = List.copyOf(all);
    }
}
