package dev.muster.policy.why;

import dev.muster.policy.drl.explain.Target;
import java.util.List;

/**
 * Something that was asked about.
 *
 * @param targets the facts any of which would put it into the plan
 */
record WhySubject(SubjectKind kind, String name, List<Target> targets) {
    WhySubject {
        targets = List.copyOf(targets);
    }

    String shown() {
        return switch (kind) {
            case STEP -> "The step " + name;
            case AGENT -> "The agent " + name;
            case REVIEW -> "A " + name + " review";
            case ESCALATION -> "The escalation " + name;
            case QUESTION -> "The question " + name;
            case TRIGGER -> "The trigger " + name;
            case TASK_TYPE -> "The task type " + name;
            case PATTERN -> "The pattern " + name;
            case CATEGORY -> "The category " + name;
            case SCOPE -> "The scope " + name;
            case SIGNAL -> "The signal " + name;
        };
    }
}
