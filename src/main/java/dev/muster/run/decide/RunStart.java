package dev.muster.run.decide;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Escalation;
import dev.muster.plan.Plan.Prerequisite;
import dev.muster.plan.rendering.PlanTitle;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Turn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The first events of a run: that it started, and what people have to say before any work begins. */
public final class RunStart {
    /** The kind of escalation by which packs say themselves that a file is missing. */
    private static final String MISSING_PREREQUISITE = "missing-prerequisite";

    private RunStart() {}

    static void begin(Turn turn) {
        RunBrief brief = turn.state().brief();
        turn.emit(started(brief));
        ask(turn, brief.plan());
    }

    public static RunEvent.RunStarted started(RunBrief brief) {
        Plan plan = brief.plan();
        return new RunEvent.RunStarted(
                brief.runId(),
                plan.id(),
                plan.version(),
                brief.planHash(),
                plan.pack().name(),
                plan.pack().version(),
                PlanTitle.of(plan.task()),
                brief.mode(),
                brief.startedBy(),
                brief.executors(),
                brief.seed(),
                brief.workspace());
    }

    private static void ask(Turn turn, Plan plan) {
        List<String> missing = plan.prerequisites().stream()
                .filter(needed -> Objects.equals(needed.present(), false))
                .map(Prerequisite::path)
                .toList();
        if (!missing.isEmpty()) {
            OpenQuestions.prerequisites(turn, missing);
        }
        for (Escalation escalation : plan.escalations()) {
            if (missing.isEmpty() || !escalation.kind().equals(MISSING_PREREQUISITE)) {
                OpenQuestions.escalation(turn, escalation, why(escalation));
            }
        }
        plan.handedOver().forEach(other -> ask(turn, other.plan()));
    }

    private static String why(Escalation escalation) {
        return escalation.because().stream()
                .map(because -> because.text())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
