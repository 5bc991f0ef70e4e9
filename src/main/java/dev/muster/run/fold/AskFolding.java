package dev.muster.run.fold;

import dev.muster.run.event.AskKind;
import dev.muster.run.event.Choice;
import dev.muster.run.event.RunEvent.PersonAnswered;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Said;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import org.jspecify.annotations.Nullable;

/** Folds questions to people: what they are about waits, and goes on from where it was. */
final class AskFolding {
    private final Folding folding;

    AskFolding(Folding folding) {
        this.folding = folding;
    }

    void asked(PersonAsked e) {
        if (e.kind() == AskKind.OVERRIDE || e.kind() == AskKind.LIMIT) {
            return;
        }
        if (e.step() != null) {
            RunStep stop = folding.stop(e.step());
            StepState step = folding.steps.get(stop.place());
            int gate = e.gate() == null ? -1 : stop.gate(e.gate());
            folding.put(
                    stop,
                    gate < 0
                            ? step.at(new Stage.Asked(e.askId(), step.stage()))
                            : step.gate(gate, new GateStage.Asked(e.askId(), gateStage(step, gate))));
        } else if (e.phase() != null) {
            RunPhase runPhase = folding.runPhase(e.phase());
            PhaseState phase = folding.phases.get(runPhase.place());
            folding.put(
                    runPhase,
                    phase.at(
                            phase.stage() instanceof PhaseStage.Checking checking
                                    ? new PhaseStage.AskedAbout(e.askId(), checking.checks())
                                    : new PhaseStage.Asked(e.askId())));
        }
    }

    void answered(PersonAsked asked, PersonAnswered e) {
        if (asked.kind() == AskKind.QUESTION
                || asked.kind() == AskKind.CONFLICT
                || asked.kind() == AskKind.ESCALATION) {
            folding.say(new Said(asked.step(), asked.text(), e.answer(), e.by(), e.why()));
        }
        if (asked.step() != null) {
            step(folding.stop(asked.step()), asked.gate(), e.askId());
        } else if (asked.phase() != null) {
            phase(folding.runPhase(asked.phase()), e);
        }
    }

    private void step(RunStep stop, @Nullable String gate, String askId) {
        StepState step = folding.steps.get(stop.place());
        if (step.stage() instanceof Stage.Asked waiting && waiting.askId().equals(askId)) {
            folding.put(stop, step.at(waiting.before()));
        } else if (gate != null
                && step.stage() instanceof Stage.Reviewing reviewing
                && reviewing.gates().get(stop.gate(gate)) instanceof GateStage.Asked waiting
                && waiting.askId().equals(askId)) {
            folding.put(stop, step.gate(stop.gate(gate), waiting.before()));
        }
    }

    private void phase(RunPhase runPhase, PersonAnswered e) {
        String askId = e.askId();
        PhaseState phase = folding.phases.get(runPhase.place());
        if (phase.stage() instanceof PhaseStage.AskedAbout about
                && about.askId().equals(askId)) {
            folding.put(runPhase, phase.at(new PhaseStage.Checking(about.checks())));
        } else if (phase.stage() instanceof PhaseStage.Asked asked
                && asked.askId().equals(askId)) {
            folding.put(runPhase, phase.at(new PhaseStage.Waiting(Choice.of(e.answer()) == Choice.YES)));
        }
    }

    private static GateStage gateStage(StepState step, int gate) {
        if (step.stage() instanceof Stage.Reviewing reviewing) {
            return reviewing.gates().get(gate);
        }
        throw new IllegalArgumentException("No review is due.");
    }
}
