package dev.muster.plan.rendering;

import dev.muster.plan.Optionality;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Check;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.ReviewGate;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.rendering.MermaidGraph.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A plan as a Mermaid flowchart: phases as boxes, steps in them, and the checks and reviews that stand between a step and
 * those that wait for it.
 */
public final class PlanMermaid {
    private static final int LONGEST = 80;

    private final MermaidGraph graph = new MermaidGraph();
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, String> exits = new HashMap<>();
    private int nodes;

    private PlanMermaid() {}

    public static String render(Plan plan) {
        return new PlanMermaid().draw(plan);
    }

    private String draw(Plan plan) {
        beforehand(plan);
        phases(plan.phases(), "phase");
        if (nodes == 0) {
            graph.node("nothing", Kind.SUPPORTING, MermaidText.label("No step"));
        }
        if (!plan.questions().isEmpty() && !plan.phases().isEmpty()) {
            graph.looseEdge("questions", "phase1");
        }
        plan.handedOver().forEach(this::handedOver);
        plan.steps().forEach(this::arrows);
        plan.phases().forEach(this::phaseChecks);
        plan.steps().filter(step -> !step.blocking()).forEach(step -> graph.dashed(entry(step.id())));
        return graph.toString();
    }

    private void beforehand(Plan plan) {
        if (!plan.questions().isEmpty()) {
            graph.subgraph(
                    "questions",
                    MermaidText.label("Open questions"),
                    () -> plan.questions()
                            .forEach(question -> graph.node(
                                    next(),
                                    Kind.QUESTION,
                                    MermaidText.label(MarkdownText.cut(question.text(), LONGEST)))));
        }
        plan.escalations()
                .forEach(escalation -> graph.node(
                        next(), Kind.ESCALATION, MermaidText.label(escalation.kind(), "goes to " + escalation.to())));
    }

    /** Another pack's plan is a box with one node for each of its steps; its own diagram has the rest. */
    private void handedOver(Plan.HandedOver other) {
        graph.subgraph(
                next(),
                MermaidText.label("Plan of " + other.to()),
                () -> other.plan()
                        .steps()
                        .forEach(step -> graph.node(
                                next(),
                                Kind.SUPPORTING,
                                MermaidText.label(step.agent(), MarkdownSteps.purpose(step)))));
    }

    private void phases(List<Phase> phases, String holder) {
        int number = 1;
        for (Phase phase : phases) {
            String id = holder + number;
            String optional = phase.optional() == Optionality.ASK ? " (optional)" : "";
            graph.subgraph(id, MermaidText.label(phase.name() + optional), () -> {
                phase.steps().forEach(this::step);
                phases(phase.phases(), id + "_");
                phase.checks().forEach(check -> entries.put(key(phase, check), check(check)));
            });
            number++;
        }
    }

    private void step(Step step) {
        Kind kind = switch (step.role()) {
            case PRIMARY -> Kind.PRIMARY;
            case SUPPORTING -> Kind.SUPPORTING;
            case REVIEWER -> Kind.REVIEWER;
        };
        String node = next();
        graph.node(node, kind, MermaidText.label(step.id(), step.agent(), MarkdownSteps.purpose(step)));
        entries.put(step.id(), node);
        exits.put(step.id(), node);
        step.checks().forEach(check -> gate(step, check(check)));
        step.reviews().forEach(review -> gate(step, review(review)));
    }

    /** What waits for the step waits for its gates; they stand one after another. */
    private void gate(Step step, String node) {
        graph.edge(exit(step.id()), node);
        exits.put(step.id(), node);
    }

    private String check(Check check) {
        String node = next();
        graph.node(node, Kind.CHECK, MermaidText.label(MarkdownText.cut(MarkdownSteps.command(check), LONGEST)));
        return node;
    }

    private String review(ReviewGate review) {
        String node = next();
        String level = review.level().name().toLowerCase(Locale.ROOT);
        graph.node(node, Kind.REVIEW, MermaidText.label(review.kind() + " review", review.agent(), level));
        return node;
    }

    private void arrows(Step step) {
        step.dependsOn().forEach(before -> graph.edge(exit(before), entry(step.id())));
    }

    /** A phase's checks come after all that nothing else in the phase waits for. */
    private void phaseChecks(Phase phase) {
        phase.phases().forEach(this::phaseChecks);
        List<Step> steps = phase.allSteps().toList();
        for (Check check : phase.checks()) {
            steps.stream()
                    .filter(step -> steps.stream().noneMatch(s -> s.dependsOn().contains(step.id())))
                    .forEach(step -> graph.looseEdge(exit(step.id()), entry(key(phase, check))));
        }
    }

    private static String key(Phase phase, Check check) {
        return phase.name() + "\n" + check.command();
    }

    private String next() {
        nodes++;
        return "n" + nodes;
    }

    private String entry(String id) {
        return Objects.requireNonNull(entries.get(id), id);
    }

    private String exit(String id) {
        return Objects.requireNonNull(exits.get(id), id);
    }
}
