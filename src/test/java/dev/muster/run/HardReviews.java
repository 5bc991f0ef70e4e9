package dev.muster.run;

import static dev.muster.run.Umpire.must;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Verdict;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Role;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.StepStatus;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether hard reviews were given, by their reviewers, of what was handed in last. */
final class HardReviews {
    private final Route route;
    private final Map<String, Integer> lastWork = new HashMap<>();
    private final Map<String, Integer> reviewBegan = new HashMap<>();
    private final Map<String, Integer> passedFor = new HashMap<>();
    private final Set<String> overridden = new HashSet<>();
    private int clock;

    HardReviews(Route route) {
        this.route = route;
    }

    void see(RunEvent event) {
        clock++;
        switch (event) {
            case RunEvent.AttemptStarted e when e.gate() == null -> lastWork.put(e.step(), clock);
            case RunEvent.AttemptStarted e -> reviewBegan.put(e.step() + " " + e.gate(), clock);
            case RunEvent.AttemptFinished e when e.gate() == null -> lastWork.put(e.step(), clock);
            case RunEvent.TakenOver e -> lastWork.put(e.step(), clock);
            case RunEvent.VerdictGiven e -> verdict(e);
            case RunEvent.GateOverridden e -> {
                overridden.add(e.step() + " " + e.gate());
                must(
                        level(e.step(), e.gate()) != ReviewLevel.HARD,
                        "hard",
                        e.gate() + " of " + e.step() + " is overridden");
            }
            case RunEvent.TroubleMet e
            when e.gate() != null && e.remedy() == Remedy.Kind.REPORT ->
                must(
                        level(String.valueOf(e.step()), e.gate()) != ReviewLevel.HARD,
                        "hard",
                        e.gate() + " of " + e.step() + " is passed over");
            default -> {}
        }
    }

    boolean overridden(RunStep reviewer) {
        return overridden.contains(
                reviewer.name() + " " + reviewer.gates().getFirst().name());
    }

    private void verdict(RunEvent.VerdictGiven e) {
        String key = e.step() + " " + e.gate();
        boolean passes = e.verdict().decision() == Verdict.Decision.PASS
                && e.verdict().findings().stream().noneMatch(Finding::mustFix);
        boolean nothingSaid = e.verdict().findings().isEmpty() || !e.passed();
        must(!e.passed() || passes || nothingSaid, "hard", "this passes: " + e);
        if (e.passed() && passes) {
            passedFor.put(key, reviewBegan.getOrDefault(key, 0));
        } else {
            passedFor.remove(key);
        }
    }

    void done(RunStep stop) {
        stop.gates().stream().filter(gate -> gate.level() == ReviewLevel.HARD).forEach(gate -> given(stop, gate));
    }

    private void given(RunStep stop, Gate gate) {
        Integer began = passedFor.get(stop.name() + " " + gate.name());
        must(began != null, "hard", stop.name() + " is done without the " + gate.name() + " review");
        for (String subject : subjects(stop, gate)) {
            must(
                    began != null && began > lastWork.getOrDefault(subject, 0),
                    "hard",
                    "the " + gate.name() + " review of " + stop.name() + " is older than the work of " + subject);
        }
    }

    private List<String> subjects(RunStep stop, Gate gate) {
        if (!gate.own()) {
            return List.of(stop.name());
        }
        TreeSet<Integer> upstream = new TreeSet<>();
        List<Integer> open = new ArrayList<>(stop.waitsFor());
        while (!open.isEmpty()) {
            int place = open.removeLast();
            if (upstream.add(place)) {
                open.addAll(route.steps().get(place).waitsFor());
            }
        }
        return upstream.stream()
                .map(place -> route.steps().get(place))
                .filter(before -> before.step().role() != Role.REVIEWER)
                .map(RunStep::name)
                .toList();
    }

    /** At the end of a run that is complete, whatever came in between. */
    void completed(RunStep stop, @Nullable StepStatus status, boolean begun) {
        boolean own = stop.judges() && stop.hasHardGate();
        must(!own || status == StepStatus.DONE, "hard", "the run is complete, and " + stop.name() + " is " + status);
        boolean worked = stop.hasHardGate() && begun;
        must(!worked || status == StepStatus.DONE, "hard", "the run is complete, and " + stop.name() + " is " + status);
        if (status == StepStatus.DONE) {
            done(stop);
        }
    }

    private @Nullable ReviewLevel level(String step, String gate) {
        RunStep stop = route.stop(step);
        return stop == null || stop.gate(gate) < 0
                ? null
                : stop.gates().get(stop.gate(gate)).level();
    }
}
