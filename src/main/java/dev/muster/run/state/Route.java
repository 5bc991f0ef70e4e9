package dev.muster.run.state;

import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan laid out for running: its steps and phases as flat lists, with those of plans that were handed over, and who waits
 * for whom. Steps and phases refer to each other by their place in these lists.
 */
public record Route(
        List<RunStep> steps, List<RunPhase> phases, Map<String, Integer> stepPlaces, Map<String, Integer> phasePlaces) {
    public Route {
        steps = List.copyOf(steps);
        phases = List.copyOf(phases);
        stepPlaces = Map.copyOf(stepPlaces);
        phasePlaces = Map.copyOf(phasePlaces);
    }

    public static Route of(Plan plan) {
        return new RouteBuilding().route(plan);
    }

    /** Whether Muster itself starts programs for a run: agents here, and checks. */
    public static boolean hasPrograms(RunBrief brief) {
        return brief.hasExecutors(ExecutorKind.INSIDE)
                || brief.mode() == RunMode.REAL && of(brief.plan()).hasChecks();
    }

    private boolean hasChecks() {
        return steps.stream().anyMatch(stop -> !stop.step().checks().isEmpty())
                || phases.stream()
                        .anyMatch(runPhase -> !runPhase.phase().checks().isEmpty());
    }

    /** The step of that name, or null. */
    public @Nullable RunStep stop(String step) {
        Integer place = stepPlaces.get(step);
        return place == null ? null : steps.get(place);
    }

    /** The phase of that name, or null. */
    public @Nullable RunPhase runPhase(String phase) {
        Integer place = phasePlaces.get(phase);
        return place == null ? null : phases.get(place);
    }

    /**
     * A step.
     *
     * @param name its id; behind the name of the pack where the plan was handed over
     * @param phase the place of its phase
     * @param waitsFor places of the steps that it depends on
     * @param holdsUp places of the steps that depend on it
     * @param needed whether it blocks, or something that blocks waits for it
     */
    public record RunStep(
            int place,
            String name,
            String agent,
            Plan.Step step,
            Plan plan,
            int phase,
            List<Integer> waitsFor,
            List<Integer> holdsUp,
            boolean needed,
            List<Gate> gates) {
        public RunStep {
            waitsFor = List.copyOf(waitsFor);
            holdsUp = List.copyOf(holdsUp);
            gates = List.copyOf(gates);
        }

        /** The place of that gate among this step's; -1 where there is none. */
        public int gate(@Nullable String gate) {
            for (int i = 0; i < gates.size(); i++) {
                if (gates.get(i).name().equals(gate)) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether it is a reviewer's step. */
        public boolean judges() {
            return gates.size() == 1 && gates.getFirst().own();
        }

        public boolean hasHardGate() {
            return gates.stream().anyMatch(gate -> gate.level() == ReviewLevel.HARD);
        }
    }

    /**
     * A review that a step's output must get; a reviewer's step has its own judgement as its one gate.
     *
     * @param name the kind of review; with the agent where a step has several of that kind
     * @param own whether it is a reviewer's step, which judges what came before it
     */
    public record Gate(String name, String agent, ReviewLevel level, int maxRounds, boolean own) {}

    /**
     * A phase.
     *
     * @param name behind the name of the pack where the plan was handed over
     * @param parent the place of the phase that it is nested in; -1 where it is in none
     * @param before the place of the phase that must let through first; -1 where there is none
     * @param nested places of the phases within it
     * @param steps places of its own steps
     * @param blocks whether a step in it blocks, nested ones included
     */
    public record RunPhase(
            int place,
            String name,
            Plan.Phase phase,
            Plan plan,
            int parent,
            int before,
            List<Integer> nested,
            List<Integer> steps,
            boolean blocks) {
        public RunPhase {
            nested = List.copyOf(nested);
            steps = List.copyOf(steps);
        }
    }
}
