package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.StepKey;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders that no plan can keep to. */
final class OrderFaults {
    private OrderFaults() {}

    /** A step cannot wait for a phase that comes after its own; said as it is, it is clearer than as a circle. */
    static void refuseWaitingForLaterPhases(Frame frame, Collection<StepDraft> steps, List<Edge> ruled) {
        List<String> names = frame.phaseNames();
        Map<StepKey, String> phases = steps.stream().collect(Collectors.toMap(StepDraft::key, StepDraft::phase));
        List<Fault> faults = ruled.stream()
                .filter(edge -> names.indexOf(phases.get(edge.before())) > names.indexOf(phases.get(edge.after())))
                .map(edge -> new Fault(
                        place(edge.because()),
                        "\"" + edge.because().rule() + "\" wants " + edge.before() + " before " + edge.after()
                                + ", but the phase " + phases.get(edge.before()) + " comes after the phase "
                                + phases.get(edge.after())
                                + ". Take the rule back, or put one of the steps into another phase."))
                .distinct()
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new SettlingException(faults);
        }
    }

    /** Walks back from a step that cannot start until a step comes up again: that is the cycle. */
    static SettlingException circle(StepKey start, List<Edge> edges, Set<StepKey> done) {
        LinkedHashSet<StepKey> seen = new LinkedHashSet<>();
        List<Edge> walked = new ArrayList<>();
        StepKey here = start;
        while (seen.add(here)) {
            StepKey stuck = here;
            Edge back = edges.stream()
                    .filter(edge -> edge.after().equals(stuck) && !done.contains(edge.before()))
                    .findFirst()
                    .orElseThrow();
            walked.addFirst(back);
            here = back.before();
        }
        List<StepKey> ends = walked.stream().map(Edge::after).toList();
        List<Edge> cycle = fromItsFirstRule(walked.subList(0, ends.indexOf(here) + 1));
        return new SettlingException(List.of(new Fault(place(cycle.getFirst().because()), words(cycle))));
    }

    private static List<Edge> fromItsFirstRule(List<Edge> circle) {
        Edge first = Collections.min(circle, Comparator.comparing(Edge::because, Settled.BY_PLACE));
        List<Edge> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -circle.indexOf(first));
        return turned;
    }

    private static String words(List<Edge> cycle) {
        String steps = cycle.stream().map(edge -> edge.before() + " → ").collect(Collectors.joining());
        String rules = cycle.stream()
                .map(edge -> edge.because().rule() + " (" + edge.because().file() + ":"
                        + edge.because().line() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        return "These steps wait for one another in a circle: " + steps
                + cycle.getFirst().before() + ". The order comes from: " + rules
                + ". Take back one of them.";
    }

    private static Place place(Because because) {
        return new Place(because.file(), because.line(), 1);
    }
}
