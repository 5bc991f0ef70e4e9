package dev.muster.run.fold;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.plan.Severity;
import dev.muster.run.event.RunEvent.TroubleMet;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.CheckRun;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import java.util.Objects;

/** Folds what was decided about troubles, as far as it is not said by an event that follows. */
final class TroubleFolding {
    /** As many characters of a check's output go back; the whole is on record. */
    private static final int OUTPUT = 4_000;

    private final Folding folding;

    TroubleFolding(Folding folding) {
        this.folding = folding;
    }

    void met(TroubleMet e) {
        switch (e.remedy()) {
            case REPORT -> passOver(e);
            case REWORK -> handOn(e);
            case STOP, RETRY, ASK -> {}
        }
    }

    private void passOver(TroubleMet e) {
        if (e.kind() == Trouble.Kind.CHECK) {
            CheckFolding checks = new CheckFolding(folding);
            checks.put(e.step(), e.phase(), checks.run(e.step(), e.phase()).passedOver());
        } else if (e.gate() != null) {
            gate(e, new GateStage.Through(GateStage.How.REPORTED));
        } else if (e.kind() == Trouble.Kind.CONFLICT) {
            RunStep stop = folding.stop(Objects.requireNonNull(e.step()));
            new StepFolding(folding).afterWork(stop, folding.steps.get(stop.place()));
        }
    }

    private void handOn(TroubleMet e) {
        if (e.kind() == Trouble.Kind.CHECK) {
            CheckFolding checks = new CheckFolding(folding);
            CheckRun run = checks.run(e.step(), e.phase());
            // Where all have run, what they found is there already: a person was asked because nobody had a round left
            // for it.
            CheckRun next = run.failed() == null ? run : run.handedOn(finding(e, run.failed()));
            checks.put(e.step(), e.phase(), next);
        } else if (e.gate() != null) {
            RunStep stop = folding.stop(Objects.requireNonNull(e.step()));
            StepState step = folding.steps.get(stop.place());
            if (step.stage() instanceof Stage.Reviewing reviewing
                    && reviewing.gates().get(stop.gate(e.gate())) instanceof GateStage.Wanting wanting) {
                boolean widened = wanting.conditions().isEmpty();
                gate(e, new GateStage.Sent(widened ? wanting.found() : wanting.conditions()));
                if (widened) {
                    widen(stop, stop.gate(e.gate()), wanting);
                }
            }
        }
    }

    /** What a person sends back although it is new is the scope from here on. */
    private void widen(RunStep stop, int gate, GateStage.Wanting wanting) {
        StepState step = folding.steps.get(stop.place());
        folding.put(stop, step.memory(gate, step.gates().get(gate).withScope(wanting.found())));
    }

    private void gate(TroubleMet e, GateStage next) {
        RunStep stop = folding.stop(Objects.requireNonNull(e.step()));
        StepState step = folding.steps.get(stop.place());
        folding.put(stop, step.gate(stop.gate(e.gate()), next));
    }

    /** A check that fails is handed back like a reviewer's finding, with the end of what it printed. */
    private static Finding finding(TroubleMet e, CheckResult failed) {
        String output = failed.output().strip();
        String end = output.length() <= OUTPUT ? output : "…" + output.substring(output.length() - OUTPUT);
        return new Finding(Severity.HIGH, null, null, (e.text() + "\n" + end).strip(), true);
    }
}
