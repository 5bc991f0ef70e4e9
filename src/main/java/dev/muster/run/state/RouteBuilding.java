package dev.muster.run.state;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.HandedOver;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.ReviewGate;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Reviewing;
import dev.muster.plan.Role;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays plans out: first the places, then who waits for whom. */
final class RouteBuilding {
    private final List<Found> found = new ArrayList<>();
    private final List<RunPhase> phases = new ArrayList<>();
    private final Map<String, Integer> stepPlaces = new HashMap<>();
    private final Map<String, Integer> phasePlaces = new HashMap<>();

    private record Found(String prefix, Plan plan, Step step, int phase) {}

    Route route(Plan plan) {
        plan("", plan);
        List<List<Integer>> waitsFor = new ArrayList<>();
        List<List<Integer>> holdsUp = new ArrayList<>();
        found.forEach(any -> holdsUp.add(new ArrayList<>()));
        for (int place = 0; place < found.size(); place++) {
            List<Integer> before = dependencies(found.get(place));
            waitsFor.add(before);
            for (int other : before) {
                holdsUp.get(other).add(place);
            }
        }
        boolean[] needed = needed(waitsFor);
        List<RunStep> steps = new ArrayList<>();
        for (int place = 0; place < found.size(); place++) {
            steps.add(stop(place, waitsFor.get(place), holdsUp.get(place), needed[place]));
        }
        return new Route(steps, phases, stepPlaces, phasePlaces);
    }

    private void plan(String prefix, Plan plan) {
        siblings(prefix, plan, plan.phases(), -1);
        for (HandedOver other : plan.handedOver()) {
            plan(prefix + other.to() + "/", other.plan());
        }
    }

    private List<Integer> siblings(String prefix, Plan plan, List<Phase> siblings, int parent) {
        List<Integer> places = new ArrayList<>();
        int before = -1;
        for (Phase phase : siblings) {
            before = phase(prefix, plan, phase, parent, before);
            places.add(before);
        }
        return places;
    }

    private int phase(String prefix, Plan plan, Phase phase, int parent, int before) {
        int place = phases.size();
        String name = prefix + phase.name();
        if (phasePlaces.put(name, place) != null) {
            throw new IllegalArgumentException("The plan has two phases of the name " + name + ".");
        }
        phases.add(new RunPhase(place, name, phase, plan, parent, before, List.of(), List.of(), false));
        List<Integer> steps = new ArrayList<>();
        for (Step step : phase.steps()) {
            steps.add(found.size());
            if (stepPlaces.put(prefix + step.id(), found.size()) != null) {
                throw new IllegalArgumentException("The plan has two steps of the id " + prefix + step.id() + ".");
            }
            found.add(new Found(prefix, plan, step, place));
        }
        List<Integer> nested = siblings(prefix, plan, phase.phases(), place);
        boolean blocks = phase.steps().stream().anyMatch(Step::blocking)
                || nested.stream().anyMatch(inner -> phases.get(inner).blocks());
        phases.set(place, new RunPhase(place, name, phase, plan, parent, before, nested, steps, blocks));
        return place;
    }

    private List<Integer> dependencies(Found step) {
        List<Integer> places = new ArrayList<>();
        for (String id : step.step().dependsOn()) {
            Integer place = stepPlaces.get(step.prefix() + id);
            if (place == null) {
                throw new IllegalArgumentException("Step " + step.prefix()
                        + step.step().id() + " waits for " + id + ", which is no step of the plan.");
            }
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }

    /** Settled plans name a step before those that wait for it, but nothing is lost where one does not. */
    private boolean[] needed(List<List<Integer>> waitsFor) {
        boolean[] needed = new boolean[found.size()];
        List<Integer> open = new ArrayList<>();
        for (int place = 0; place < needed.length; place++) {
            if (found.get(place).step().blocking() || isHard(found.get(place))) {
                needed[place] = true;
                open.add(place);
            }
        }
        while (!open.isEmpty()) {
            for (int before : waitsFor.get(open.removeLast())) {
                if (!needed[before]) {
                    needed[before] = true;
                    open.add(before);
                }
            }
        }
        return needed;
    }

    /** Nothing goes on for good without a hard review, whether others wait for it or not. */
    private static boolean isHard(Found at) {
        List<Gate> gates = at.step().role() == Role.REVIEWER ? List.of(own(at)) : gates(at);
        return gates.stream().anyMatch(gate -> gate.level() == ReviewLevel.HARD);
    }

    private RunStep stop(int place, List<Integer> waitsFor, List<Integer> holdsUp, boolean needed) {
        Found at = found.get(place);
        Step step = at.step();
        return new RunStep(
                place,
                at.prefix() + step.id(),
                at.prefix() + step.agent(),
                step,
                at.plan(),
                at.phase(),
                waitsFor,
                holdsUp,
                needed,
                step.role() == Role.REVIEWER ? List.of(own(at)) : gates(at));
    }

    /** A plan of a version that did not say how binding the review is gets the strictest. */
    private static Gate own(Found at) {
        Step step = at.step();
        Reviewing judging = step.judging();
        int rounds = at.plan().limits().rounds();
        return judging == null
                ? new Gate(step.kind(), at.prefix() + step.agent(), ReviewLevel.HARD, rounds, true)
                : new Gate(step.kind(), at.prefix() + step.agent(), judging.level(), judging.maxRounds(), true);
    }

    private static List<Gate> gates(Found at) {
        List<ReviewGate> gates = at.step().reviews();
        return gates.stream()
                .map(gate ->
                        new Gate(name(gate, gates), at.prefix() + gate.agent(), gate.level(), gate.maxRounds(), false))
                .toList();
    }

    private static String name(ReviewGate gate, List<ReviewGate> gates) {
        boolean alone =
                gates.stream().filter(other -> other.kind().equals(gate.kind())).count() == 1;
        return alone ? gate.kind() : gate.kind() + "-by-" + gate.agent();
    }
}
