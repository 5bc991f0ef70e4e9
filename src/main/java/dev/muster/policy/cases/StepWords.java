package dev.muster.policy.cases;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A plan's steps as cases write them. */
final class StepWords {
    /** What a case can say about a step. */
    static final List<String> KEYS = List.of(
            "agent",
            "purpose",
            "kind",
            "role",
            "phase",
            "blocking",
            "instruction",
            "deliverables",
            "module",
            "after",
            "skills",
            "sections",
            "checks",
            "gates",
            "folder",
            "repository",
            "testLayer");

    private StepWords() {}

    /** {@code nestjs-api-master (build-api)}; a reviewer's {@code security-guardian (security review)}. */
    static String name(Step step) {
        return step.agent() + " (" + (step.role() == Role.REVIEWER ? step.kind() + " " : "") + step.purpose() + ")";
    }

    static List<Map<String, Object>> steps(Plan plan) {
        return plan.phases().stream()
                .flatMap(StepWords::withNested)
                .flatMap(phase -> phase.steps().stream().map(step -> step(phase.name(), step, plan)))
                .toList();
    }

    private static Stream<Phase> withNested(Phase phase) {
        return Stream.concat(Stream.of(phase), phase.phases().stream().flatMap(StepWords::withNested));
    }

    private static Map<String, Object> step(String phase, Step step, Plan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("agent", step.agent());
        values.put("purpose", step.purpose());
        values.put("kind", step.kind());
        values.put("role", CaseFacts.word(step.role()));
        values.put("phase", phase);
        values.put("blocking", step.blocking());
        values.put("instruction", step.instruction());
        values.put("deliverables", step.deliverables());
        values.put("module", String.valueOf(step.module()));
        values.put("after", before(step, plan));
        values.put("skills", step.skills());
        values.put(
                "sections",
                step.sections().stream().map(Plan.SkillSection::skill).toList());
        values.put("checks", step.checks().stream().map(StepWords::check).toList());
        values.put("gates", step.reviews().stream().map(StepWords::gate).toList());
        values.put("folder", String.valueOf(step.workingFolder()));
        values.put("repository", String.valueOf(step.repository()));
        values.put(
                "testLayer",
                step.testLayer() == null ? "null" : step.testLayer().name());
        return values;
    }

    /** {@code npm test (rework)}. */
    static String check(Plan.Check check) {
        return String.join(" ", check.command()) + " (" + CaseFacts.word(check.onFailure()) + ")";
    }

    /** {@code code by code-review (hard, 3)}. */
    private static String gate(Plan.ReviewGate gate) {
        return gate.kind() + " by " + gate.agent() + " (" + CaseFacts.word(gate.level()) + ", " + gate.maxRounds()
                + ")";
    }

    /** Every phase, also within others, as {@code Planning > Research}. */
    static Stream<Map.Entry<String, Phase>> stages(List<Phase> phases, String holder) {
        return phases.stream()
                .flatMap(phase -> Stream.concat(
                        Stream.of(Map.entry(holder + phase.name(), phase)),
                        stages(phase.phases(), holder + phase.name() + " > ")));
    }

    /** The names of the steps that it waits for directly. */
    private static List<String> before(Step step, Plan plan) {
        return plan.steps()
                .filter(other -> step.dependsOn().contains(other.id()))
                .map(StepWords::name)
                .toList();
    }
}
