package dev.muster.run;

import dev.muster.plan.Plan.Step;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.AttemptStarted;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.fold.Downstream;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches the events of a run for what must be true of every run. It keeps books of its own and knows nothing of states: what
 * the core believes does not count here. Each complaint begins with the name of the rule that is broken.
 */
final class Umpire {
    final Map<String, Integer> counts = new TreeMap<>();

    private final RunBrief brief;
    private final Route route;
    private final HardReviews hard;
    private final Scopes scopes;
    private final Books books;
    private final Speakers speakers;
    private final Map<String, StepStatus> ended = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> phasesBegun = new HashSet<>();
    private final Set<String> phasesEnded = new HashSet<>();
    private final Map<String, Set<Integer>> checked = new HashMap<>();
    private boolean cancelled;
    private @Nullable String over;

    Umpire(RunBrief brief, boolean planned) {
        this.brief = brief;
        route = Route.of(brief.plan());
        hard = new HardReviews(route);
        scopes = new Scopes(planned);
        books = new Books(brief.plan());
        speakers = new Speakers(brief, route);
    }

    /** What a log that was kept has against it, with the state that is said to follow from it; null where all is as it must be. */
    static @Nullable String complaint(RunBrief brief, List<Logged> log, RunState said) {
        Umpire umpire = new Umpire(brief, true);
        try {
            for (Logged logged : log) {
                umpire.see(logged.at(), logged.event());
            }
            Instant last = log.getLast().at();
            umpire.rest(last, null);
            replayed(brief, log, said);
            return null;
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    /** The state is the fold of the log, and nothing else. */
    static void replayed(RunBrief brief, List<Logged> log, RunState said) {
        String replayed;
        try {
            replayed = Picture.of(RunState.fold(brief, log));
        } catch (RuntimeException e) {
            throw new AssertionError("replay: the log cannot be read: " + e.getMessage(), e);
        }
        String state = Picture.of(said);
        must(replayed.equals(state), "replay", replayed + "\nis not " + state);
    }

    void see(Instant at, RunEvent event) {
        counts.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        must(over == null, "end", "after the end came " + event);
        books.see(at, event);
        hard.see(event);
        scopes.see(event);
        speakers.see(event);
        switch (event) {
            case AttemptStarted e -> started(e);
            case RunEvent.RoundBegun e -> roundBegun(e);
            case RunEvent.CheckFinished e
            when e.phase() != null && e.result().passed() -> passed(e.phase(), books.index(e.key()));
            case RunEvent.TroubleMet e
            when e.phase() != null && e.remedy() == Remedy.Kind.REPORT -> passedOver(e.phase());
            case RunEvent.ReworkOrdered e -> reopened(stop(e.step()));
            case RunEvent.HandedBack e when e.step() != null -> ended.remove(e.step());
            case RunEvent.PhaseStarted e -> phaseBegins(runPhase(e.phase()));
            case RunEvent.PhaseSkipped e -> skipped(runPhase(e.phase()));
            case RunEvent.PhaseEnded e -> phaseEnds(runPhase(e.phase()));
            case RunEvent.StepEnded e -> stepEnds(e);
            case RunEvent.CancelRequested e -> cancelled = true;
            case RunEvent.RunEnded e -> over(e);
            default -> {}
        }
    }

    /** After a decision: the run has ended, or something is named that it waits for. */
    void rest(Instant now, @Nullable Instant wakeAt) {
        boolean waits = books.atWork() > 0 || !books.asks().isEmpty() || wakeAt != null && wakeAt.isAfter(now);
        must(over != null || waits, "waits", "nothing is open, and the run has not ended");
        books.nothingIsLate(now);
        for (PersonAsked asked : books.asks()) {
            must(!asked.text().isBlank() && !asked.to().isBlank(), "waits", "nobody knows what this is for: " + asked);
            must(asked.choices().isEmpty() || asked.choices().size() > 1, "waits", "there is no choice: " + asked);
        }
        must(over != null || scopes.unheard().isEmpty(), "freeze", "nobody is asked about " + scopes.unheard());
    }

    private void started(AttemptStarted e) {
        RunStep stop = stop(e.step());
        must(!cancelled, "cancel", e.key() + " starts after the run was cancelled");
        must(!ended.containsKey(e.step()), "order", e.step() + " is called after it has ended");
        if (e.gate() == null && e.round() == 1 && e.attempt() == 1) {
            begins(stop);
        }
        must(begun.contains(e.step()), "order", e.step() + " has not begun");
    }

    private void roundBegun(RunEvent.RoundBegun e) {
        if (e.step() != null && e.round() == 1) {
            begins(stop(e.step()));
        } else if (e.step() != null) {
            ended.remove(e.step());
        } else {
            checked.remove(e.phase());
        }
    }

    private void begins(RunStep stop) {
        begun.add(stop.name());
        books.begins(stop);
        for (int before : stop.waitsFor()) {
            StepStatus status = ended.get(route.steps().get(before).name());
            must(
                    status == StepStatus.DONE || status == StepStatus.SKIPPED,
                    "order",
                    stop.name() + " begins while " + route.steps().get(before).name() + " is " + status);
        }
        must(phasesBegun.contains(route.phases().get(stop.phase()).name()), "phases", stop.name() + " begins early");
    }

    private void phaseBegins(RunPhase runPhase) {
        phasesBegun.add(runPhase.name());
        if (runPhase.parent() >= 0) {
            RunPhase parent = route.phases().get(runPhase.parent());
            must(phasesBegun.contains(parent.name()), "phases", runPhase.name() + " begins before " + parent.name());
            ownEnded(parent, runPhase);
        }
        for (int at = runPhase.before(); at >= 0; at = route.phases().get(at).before()) {
            RunPhase before = route.phases().get(at);
            allEnded(before, runPhase);
            int checks = before.phase().checks().size();
            boolean through = phasesEnded.contains(before.name())
                    || !before.blocks()
                    || checked.getOrDefault(before.name(), Set.of()).size() == checks;
            must(through, "phases", runPhase.name() + " begins before the checks of " + before.name());
        }
    }

    private void allEnded(RunPhase before, RunPhase next) {
        ownEnded(before, next);
        before.nested().forEach(place -> allEnded(route.phases().get(place), next));
    }

    private void ownEnded(RunPhase before, RunPhase next) {
        for (int place : before.steps()) {
            Step step = route.steps().get(place).step();
            String name = route.steps().get(place).name();
            must(
                    !step.blocking() || ended.containsKey(name),
                    "phases",
                    next.name() + " begins while " + name + " is open");
        }
    }

    private void phaseEnds(RunPhase runPhase) {
        phasesEnded.add(runPhase.name());
        for (int place : runPhase.steps()) {
            String name = route.steps().get(place).name();
            must(ended.containsKey(name), "phases", runPhase.name() + " ends while " + name + " is open");
        }
    }

    private void skipped(RunPhase runPhase) {
        phasesEnded.add(runPhase.name());
        for (int place : runPhase.steps()) {
            RunStep stop = route.steps().get(place);
            ended.put(stop.name(), StepStatus.SKIPPED);
            must(!(stop.judges() && stop.hasHardGate()), "hard", stop.name() + " is skipped with its phase");
        }
        runPhase.nested().forEach(place -> skipped(route.phases().get(place)));
    }

    private void passed(String phase, int index) {
        checked.computeIfAbsent(phase, name -> new HashSet<>()).add(index);
    }

    private void passedOver(String phase) {
        for (int i = 0; i < runPhase(phase).phase().checks().size(); i++) {
            passed(phase, i);
        }
    }

    /** What is taken up again is open again, and so is its phase. */
    private void reopened(RunStep stop) {
        if (ended.remove(stop.name()) != null && stop.step().blocking()) {
            for (int at = stop.phase(); at >= 0; at = route.phases().get(at).parent()) {
                phasesEnded.remove(route.phases().get(at).name());
                checked.remove(route.phases().get(at).name());
            }
        }
        Downstream.reviewers(route, stop).stream()
                .filter(reviewer -> ended.get(reviewer.name()) == StepStatus.DONE && !hard.overridden(reviewer))
                .forEach(reviewer -> ended.remove(reviewer.name()));
    }

    private void stepEnds(RunEvent.StepEnded e) {
        must(!ended.containsKey(e.step()), "order", e.step() + " ends twice");
        ended.put(e.step(), e.status());
        if (e.status() == StepStatus.DONE) {
            hard.done(stop(e.step()));
        }
    }

    private void over(RunEvent.RunEnded e) {
        over = e.why();
        counts.merge("ended " + e.status(), 1, Integer::sum);
        must(books.atWork() == 0, "end", "the run ends while something is at work");
        if (e.status() == RunStatus.COMPLETED) {
            route.steps().forEach(stop -> hard.completed(stop, ended.get(stop.name()), begun.contains(stop.name())));
        }
    }

    private RunStep stop(@Nullable String name) {
        return Objects.requireNonNull(route.stop(Objects.requireNonNull(name)), name);
    }

    private RunPhase runPhase(String name) {
        return Objects.requireNonNull(route.runPhase(name), name);
    }

    static void must(boolean holds, String rule, String complaint) {
        if (!holds) {
            throw new AssertionError(rule + ": " + complaint);
        }
    }
}
