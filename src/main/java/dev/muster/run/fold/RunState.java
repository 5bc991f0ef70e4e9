package dev.muster.run.fold;

import dev.muster.plan.Limits;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.CancelRequested;
import dev.muster.run.event.RunEvent.RunEnded;
import dev.muster.run.event.RunStatus;
import dev.muster.run.state.Ask;
import dev.muster.run.state.IndexSet;
import dev.muster.run.state.Open;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Said;
import dev.muster.run.state.Shelf;
import dev.muster.run.state.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: the fold of its events, and nothing else. Immutable; an event makes another state at little cost, whatever
 * the size of the plan.
 */
public final class RunState {
    final RunBrief brief;
    final Route route;
    final @Nullable Instant startedAt;
    final Instant lastAt;
    /** How long agents and checks were at work, or something was waited for that is no person. */
    final Duration worked;

    final Shelf<StepState> steps;
    final Shelf<PhaseState> phases;
    /** Steps that may begin. */
    final IndexSet ready;
    /** Steps that have begun and not ended. */
    final IndexSet active;
    /** Phases that have not ended. */
    public final IndexSet openPhases;
    /** Calls and checks at work, but for those of people. */
    final int machines;
    /** Calls that people are at. */
    final int people;

    final int begun;
    final double cost;
    final Limits limits;
    final Map<String, Ask> asks;
    final int asked;
    final List<Said> said;
    final @Nullable CancelRequested cancel;
    final @Nullable RunEnded end;

    RunState(Folding folding) {
        brief = folding.brief;
        route = folding.route;
        startedAt = folding.startedAt;
        lastAt = folding.lastAt;
        worked = folding.worked;
        steps = folding.steps;
        phases = folding.phases;
        ready = folding.ready;
        active = folding.active;
        openPhases = folding.openPhases;
        machines = folding.machines;
        people = folding.people;
        begun = folding.begun;
        cost = folding.cost;
        limits = folding.limits;
        asks = Collections.unmodifiableMap(folding.asks);
        asked = folding.asked;
        said = folding.said;
        cancel = folding.cancel;
        end = folding.end;
    }

    /** The state before anything has happened. */
    public static RunState of(RunBrief brief) {
        return Folding.start(brief);
    }

    /** The state after all of a log. */
    public static RunState fold(RunBrief brief, Iterable<Logged> log) {
        RunState state = of(brief);
        for (Logged logged : log) {
            state = state.with(logged.at(), logged.event());
        }
        return state;
    }

    public RunState with(Instant at, RunEvent event) {
        return new Folding(this).apply(at, event);
    }

    public RunBrief brief() {
        return brief;
    }

    public Route route() {
        return route;
    }

    public boolean started() {
        return startedAt != null;
    }

    public boolean ended() {
        return end != null;
    }

    /** Whether the run ended when the step had begun: nobody is at it any more, and it is not done. */
    public boolean leftUndone(StepState step) {
        return ended() && step.active();
    }

    /** Likewise for a phase. */
    public boolean leftUndone(PhaseState phase) {
        return ended() && phase.active();
    }

    /** Waiting means that only people can bring it on. */
    public RunStatus status() {
        if (end != null) {
            return end.status();
        }
        return machines == 0 && (people > 0 || !asks.isEmpty()) ? RunStatus.WAITING : RunStatus.RUNNING;
    }

    /** What people are asked and have not answered, oldest first. */
    public Collection<Ask> asks() {
        return asks.values();
    }

    public @Nullable Ask ask(String askId) {
        return asks.get(askId);
    }

    /** What the run has cost so far, as far as it was told, in US dollars. */
    public double cost() {
        return cost;
    }

    /** The limits that hold now: those of the plan, or what a person made of them. */
    public Limits limits() {
        return limits;
    }

    public List<Said> said() {
        return said;
    }

    /** The time of the last event; a clock that goes back does not go behind it. */
    public Instant lastAt() {
        return lastAt;
    }

    /** When it started; the epoch before it has. */
    public Instant startedAt() {
        return startedAt == null ? Instant.EPOCH : startedAt;
    }

    /** How long it was worked, up to the last event; time in which only people could do something does not count. */
    public Duration worked() {
        return worked;
    }

    /** Why it ended; empty before it has. */
    public String why() {
        return end == null ? "" : end.why();
    }

    public StepState step(int place) {
        return steps.get(place);
    }

    public PhaseState phase(int place) {
        return phases.get(place);
    }

    /** The step of that name. */
    public StepState step(String name) {
        return steps.get(Objects.requireNonNull(route.stop(name)).place());
    }

    /** Steps that may begin. */
    public IndexSet ready() {
        return ready;
    }

    /** Steps that have begun and not ended. */
    public IndexSet active() {
        return active;
    }

    /** Phases that have not ended. */
    public IndexSet openPhases() {
        return openPhases;
    }

    /** Calls and checks at work, but for those of people. */
    public int machines() {
        return machines;
    }

    /** Calls that people are at. */
    public int people() {
        return people;
    }

    /** How many steps have begun. */
    public int begun() {
        return begun;
    }

    /** How many questions people were asked so far. */
    public int askedSoFar() {
        return asked;
    }

    /** Who wants it to be cancelled; null where nobody does. */
    public @Nullable CancelRequested cancelRequest() {
        return cancel;
    }

    /** How it ended; null before it has. */
    public @Nullable RunEnded end() {
        return end;
    }

    /** The agents that are called now. */
    public List<OpenCall> openCalls() {
        List<OpenCall> calls = new ArrayList<>();
        active.each(place -> Open.calls(steps.get(place), calls));
        return calls;
    }

    /** The checks that run now. */
    public List<OpenCheck> openChecks() {
        List<OpenCheck> checks = new ArrayList<>();
        active.each(place -> Open.check(steps.get(place), checks));
        openPhases.each(place -> Open.check(phases.get(place), checks));
        return checks;
    }

    /** How long was worked until then. */
    public Duration workedBy(Instant now) {
        return clockRuns() && now.isAfter(lastAt) ? worked.plus(Duration.between(lastAt, now)) : worked;
    }

    /** Time in which only people can do something is not the run's. */
    private boolean clockRuns() {
        return startedAt != null && end == null && (machines > 0 || asks.isEmpty() && people == 0);
    }
}
