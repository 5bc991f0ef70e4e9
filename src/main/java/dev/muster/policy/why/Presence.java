package dev.muster.policy.why;

import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Role;
import dev.muster.policy.why.Why.Said;
import dev.muster.policy.why.Why.Support;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether something is in a plan.
 *
 * @param because the plan's own reasons, for what no rule proposed
 */
record Presence(boolean chosen, String sentence, List<Support> because) {

    static Presence of(WhySubject subject, Plan plan, boolean proposed) {
        return switch (subject.kind()) {
            case STEP -> steps(subject, plan, step -> step.id().equals(subject.name()));
            case AGENT -> agent(subject, plan);
            case REVIEW -> steps(subject, plan, step -> reviews(step, subject.name()));
            case ESCALATION -> escalation(subject, plan);
            case QUESTION -> question(subject, plan, proposed);
            case TRIGGER, TASK_TYPE, PATTERN, CATEGORY, SCOPE -> analysed(subject, proposed);
            case SIGNAL ->
                new Presence(
                        proposed,
                        subject.shown() + (proposed ? " was found in the text." : " was not found in the text."),
                        List.of());
        };
    }

    private static boolean reviews(Step step, String kind) {
        return step.role() == Role.REVIEWER && step.kind().equals(kind)
                || step.reviews().stream().anyMatch(gate -> gate.kind().equals(kind));
    }

    private static Presence agent(WhySubject subject, Plan plan) {
        Presence presence = steps(subject, plan, step -> step.agent().equals(subject.name()));
        boolean cut = plan.leftOut().stream().anyMatch(step -> step.agent().equals(subject.name()));
        return presence.chosen() || !cut
                ? presence
                : new Presence(
                        false,
                        subject.shown() + " was proposed and left out: the plan may have at most "
                                + plan.limits().steps() + " steps (pack.yaml), and its work was the least needed.",
                        List.of());
    }

    private static Presence steps(WhySubject subject, Plan plan, Predicate<Step> fits) {
        List<Step> steps = plan.steps().filter(fits).toList();
        if (steps.isEmpty()) {
            return new Presence(false, subject.shown() + " is not in the plan.", List.of());
        }
        String where = steps.stream()
                .map(step -> step.id() + " (" + step.agent() + ", " + step.purpose() + ")")
                .collect(Collectors.joining(", "));
        return new Presence(true, subject.shown() + " is in the plan: " + where + ".", List.of());
    }

    private static Presence escalation(WhySubject subject, Plan plan) {
        List<Plan.Escalation> found = plan.escalations().stream()
                .filter(escalation -> escalation.kind().equals(subject.name()))
                .toList();
        String to = found.stream().map(Plan.Escalation::to).distinct().collect(Collectors.joining(", "));
        return found.isEmpty()
                ? new Presence(false, subject.shown() + " is not in the plan.", List.of())
                : new Presence(
                        true,
                        subject.shown() + " is in the plan: it goes to " + to + ".",
                        own(subject, found.stream().flatMap(escalation -> escalation.because().stream())));
    }

    private static Presence question(WhySubject subject, Plan plan, boolean proposed) {
        String answer = plan.task().context().answers().get(subject.name());
        List<Plan.Question> found = plan.questions().stream()
                .filter(question -> question.id().equals(subject.name()))
                .toList();
        if (!found.isEmpty()) {
            return new Presence(
                    true,
                    subject.shown() + " is open: " + found.getFirst().text(),
                    own(subject, found.stream().flatMap(question -> question.because().stream())));
        }
        String why = answer != null
                ? " was answered: \"" + answer + "\"."
                : proposed ? " was proposed and is not open." : " is not asked.";
        return new Presence(false, subject.shown() + why, List.of());
    }

    private static Presence analysed(WhySubject subject, boolean proposed) {
        return new Presence(
                proposed,
                subject.shown() + (proposed ? " was concluded for this task." : " was not concluded for this task."),
                List.of());
    }

    /** The plan's own reasons as one fact. */
    private static List<Support> own(WhySubject subject, Stream<Because> because) {
        List<Said> said = because.map(one -> new Said(one.rule(), one.file(), one.line(), one.text(), List.of()))
                .distinct()
                .toList();
        return List.of(new Support(subject.shown(), null, null, List.of(), said));
    }
}
