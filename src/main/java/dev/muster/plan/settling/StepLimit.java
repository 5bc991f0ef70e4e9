package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Limits;
import dev.muster.plan.Plan;
import dev.muster.plan.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps a plan within its limit on steps. Supporting steps that block nobody are left out first, then other supporting
 * steps; a primary agent's work and a review never are. What is left out is told, and a person is asked.
 */
record StepLimit(Limits limits, Because source, List<StepDraft> kept, List<StepDraft> cut) {
    private static final String ID = "step-limit";
    private static final String AS_IT_IS = "run it as it is";
    private static final Comparator<StepDraft> LEAST_NEEDED_FIRST =
            Comparator.comparing(StepDraft::blocking).thenComparing(StepDraft::key, Comparator.reverseOrder());

    static StepLimit apply(Frame frame, List<StepDraft> steps) {
        Limits limits = frame.limits();
        List<StepDraft> kept = new ArrayList<>(steps);
        List<StepDraft> cut = new ArrayList<>();
        List<StepDraft> candidates = steps.stream()
                .filter(step -> step.role() == Role.SUPPORTING)
                .sorted(LEAST_NEEDED_FIRST)
                .toList();
        for (StepDraft candidate : candidates) {
            if (kept.size() > limits.steps()) {
                kept.remove(candidate);
                cut.add(candidate);
            }
        }
        return new StepLimit(limits, frame.limitsBecause(), kept, cut);
    }

    List<Plan.LeftOut> leftOut() {
        return cut.stream()
                .map(step -> new Plan.LeftOut(step.key().agent(), step.key().purpose(), step.because()))
                .toList();
    }

    Stream<Plan.Escalation> escalations() {
        return cut.isEmpty()
                ? Stream.empty()
                : Stream.of(new Plan.Escalation(
                        ID,
                        "whoever owns the policy",
                        List.of(because(
                                cut.size() == 1
                                        ? "a supporting step does not fit and was left out"
                                        : cut.size() + " supporting steps do not fit and were left out"))));
    }

    /** Nobody but a person lets a plan run beyond its limit; any other answer leaves the question open. */
    Stream<Plan.Question> questions(Map<String, String> answers) {
        return kept.size() <= limits.steps() || AS_IT_IS.equals(answers.get(ID))
                ? Stream.empty()
                : Stream.of(new Plan.Question(
                        ID,
                        "The plan needs " + kept.size() + " steps and the limit is " + limits.steps()
                                + ". Raise the limit in pack.yaml or split the task; how shall it go on?",
                        List.of(AS_IT_IS, "split the task"),
                        List.of(because("primary work and reviews are never left out"))));
    }

    private Because because(String text) {
        return new Because(
                source.rule(),
                source.file(),
                source.line(),
                text + " (limit: " + limits.steps() + " steps)",
                List.of(),
                List.of());
    }
}
