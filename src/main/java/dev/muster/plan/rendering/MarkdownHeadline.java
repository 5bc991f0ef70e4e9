package dev.muster.plan.rendering;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Delegation;
import dev.muster.plan.Plan.ReviewGate;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader wants first: what kind of work it is, whether it can start, and who takes part. */
record MarkdownHeadline(Plan plan) {

    String facts() {
        String status = plan.status() == Plan.Status.READY ? "ready" : "**needs answers**";
        return Stream.of(
                        MarkdownText.line(plan.analysis().pattern()),
                        MarkdownText.inline(plan.analysis().scope()),
                        "complexity " + plan.estimate().complexity(),
                        status,
                        delegation())
                .collect(Collectors.joining(" · "));
    }

    private String delegation() {
        long steps = plan.steps().count();
        String counted = steps == 1 ? "1 step" : steps + " steps";
        return switch (plan.delegation()) {
            case DIRECT -> "direct";
            case ORCHESTRATED -> "orchestrated in " + counted;
            case HANDOVER -> steps == 0 ? "handover" : "handover with " + counted + " beside it";
        };
    }

    /** Who leads, who supports and who reviews; empty where nobody has anything to do. */
    String people() {
        List<Step> steps = plan.steps().toList();
        if (plan.delegation() == Delegation.DIRECT && steps.size() == 1) {
            return "One agent suffices: " + MarkdownText.code(steps.getFirst().agent()) + ".";
        }
        Set<String> leading = agents(steps, Role.PRIMARY);
        Set<String> supporting = agents(steps, Role.SUPPORTING);
        supporting.removeAll(leading);
        Set<String> reviewing = agents(steps, Role.REVIEWER);
        steps.stream()
                .flatMap(step -> step.reviews().stream())
                .map(ReviewGate::agent)
                .forEach(reviewing::add);
        String sentence = Stream.of(does(leading, "lead"), does(supporting, "support"), does(reviewing, "review"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return sentence.isEmpty() ? "" : sentence + ".";
    }

    private static Set<String> agents(List<Step> steps, Role role) {
        return steps.stream()
                .filter(step -> step.role() == role)
                .map(Step::agent)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String does(Set<String> agents, String what) {
        String names = MarkdownSteps.codes(List.copyOf(agents));
        return agents.isEmpty() ? "" : names + " " + what + (agents.size() == 1 ? "s" : "");
    }
}
