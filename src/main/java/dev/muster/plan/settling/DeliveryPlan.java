package dev.muster.plan.settling;

import dev.muster.plan.CodeBase;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which repositories a plan's steps work, and how the work is handed in from there. */
record DeliveryPlan(Frame frame, List<Phase> phases) {
    List<Plan.Repository> repositories() {
        return frame.codeBase().repositories().stream()
                .map(repository -> new Plan.Repository(
                        repository.name(),
                        repository.path(),
                        steps().filter(step -> repository.name().equals(step.repository()))
                                .map(Step::id)
                                .toList(),
                        List.of(repository.because())))
                .filter(repository -> !repository.steps().isEmpty())
                .toList();
    }

    Plan.@Nullable Delivery delivery() {
        CodeBase.Delivery delivery = frame.codeBase().delivery();
        if (delivery == null) {
            return null;
        }
        List<String> by = steps().filter(step -> step.agent().equals(delivery.agent()))
                .map(Step::id)
                .toList();
        return by.isEmpty() ? null : new Plan.Delivery(by, delivery.actions(), List.of(delivery.because()));
    }

    private java.util.stream.Stream<Step> steps() {
        return phases.stream().flatMap(Phase::allSteps);
    }
}
