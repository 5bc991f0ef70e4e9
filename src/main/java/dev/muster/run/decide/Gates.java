package dev.muster.run.decide;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Verdict;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.fold.Judging;
import dev.muster.run.state.GateMemory;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Rounds;
import dev.muster.run.turn.Turn;
import java.util.List;

/** Brings a step's reviews on: verdicts, what they come to, rework with all that was found, and the end of the step. */
final class Gates {
    private final Turn turn;
    private final Decisions decisions;
    private final Failures failures;

    Gates(Turn turn, Decisions decisions, Failures failures) {
        this.turn = turn;
        this.decisions = decisions;
        this.failures = failures;
    }

    void advance(RunStep stop) {
        for (Gate gate : stop.gates()) {
            if (stages(stop).isEmpty()) {
                return;
            }
            switch (stages(stop).get(stop.gate(gate.name()))) {
                case GateStage.Returned returned -> returned(stop, gate, returned);
                case GateStage.Wanting wanting -> wanting(stop, gate, wanting);
                default -> {}
            }
        }
        if (turn.step(stop).stage() instanceof Stage.Reviewing reviewing) {
            conclude(stop, reviewing.gates());
        }
    }

    /** None once the step, or the run, is beyond its reviews. */
    private List<GateStage> stages(RunStep stop) {
        return !turn.state().ended() && turn.step(stop).stage() instanceof Stage.Reviewing reviewing
                ? reviewing.gates()
                : List.of();
    }

    private void returned(RunStep stop, Gate gate, GateStage.Returned returned) {
        switch (returned.outcome()) {
            case Outcome.Failed failed -> failures.of(stop, gate, returned.call(), failed);
            case Outcome.Cancelled cancelled -> failures.of(stop, gate, returned.call(), Failures.cancelled(cancelled));
            case Outcome.Asked asked -> OpenQuestions.question(turn, stop, gate, asked);
            case Outcome.Succeeded succeeded -> {
                if (succeeded.verdict() == null) {
                    failures.of(stop, gate, returned.call(), noVerdict(succeeded));
                } else {
                    judge(stop, gate, returned, succeeded.verdict());
                }
            }
        }
    }

    private static Outcome.Failed noVerdict(Outcome.Succeeded succeeded) {
        return new Outcome.Failed(
                FailureKind.UNREADABLE_RESULT,
                "The reviewer gave no verdict.",
                true,
                succeeded.usage(),
                succeeded.rehearsed());
    }

    private void judge(RunStep stop, Gate gate, GateStage.Returned returned, Verdict verdict) {
        GateMemory memory = turn.step(stop).gates().get(stop.gate(gate.name()));
        Judging judging = Judging.of(verdict, memory);
        turn.emit(new RunEvent.VerdictGiven(
                stop.name(),
                gate.name(),
                gate.level(),
                returned.call().round(),
                verdict,
                judging.passed(),
                judging.conditions(),
                returned.signed().by(),
                returned.signed().why()));
        if (!judging.beyond().isEmpty() && !memory.frozen()) {
            turn.emit(new RunEvent.ScopeFrozen(
                    stop.name(), gate.name(), returned.call().round()));
        }
        for (Finding finding : judging.beyond()) {
            turn.emit(new RunEvent.FollowUpRecorded(stop.name(), gate.name(), finding));
        }
        if (stages(stop).get(stop.gate(gate.name())) instanceof GateStage.Wanting wanting) {
            wanting(stop, gate, wanting);
        }
    }

    private void wanting(RunStep stop, Gate gate, GateStage.Wanting wanting) {
        Trouble.ChangesWanted trouble = new Trouble.ChangesWanted(
                stop.name(),
                gate.name(),
                gate.level(),
                turn.step(stop).round(),
                wanting.conditions(),
                reworkers(stop, gate, wanting.conditions()));
        Remedy remedy = Bounds.keep(decisions.on(trouble), trouble);
        turn.emit(new RunEvent.TroubleMet(
                stop.name(), null, gate.name(), trouble.kind(), trouble.text(), remedy.kind(), remedy.decidedBy()));
        switch (remedy.kind()) {
            case STOP ->
                Endings.end(
                        turn, RunStatus.FAILED, "the " + gate.name() + " review of " + stop.name() + " does not pass");
            case ASK -> OpenQuestions.review(turn, stop, gate, trouble, somebody(stop, gate));
            case REPORT, REWORK -> {}
            case RETRY -> throw new IllegalStateException("A verdict is not asked for twice in one round.");
        }
    }

    private List<String> reworkers(RunStep stop, Gate gate, List<Finding> conditions) {
        if (Rounds.left(turn.state(), stop, gate) <= 0) {
            return List.of();
        }
        return gate.own() ? Blame.ofReviewer(turn.state(), stop).names(turn.state(), conditions) : List.of(stop.name());
    }

    private boolean somebody(RunStep stop, Gate gate) {
        return !gate.own() || Blame.ofReviewer(turn.state(), stop).somebody();
    }

    /** Once every reviewer has spoken, all that is to be put right goes back together. */
    private void conclude(RunStep stop, List<GateStage> stages) {
        boolean open = stages.stream()
                .anyMatch(stage -> !(stage instanceof GateStage.Through || stage instanceof GateStage.Sent));
        if (open) {
            return;
        }
        List<GateStage.Sent> sent = stages.stream()
                .filter(GateStage.Sent.class::isInstance)
                .map(GateStage.Sent.class::cast)
                .toList();
        List<Finding> toPutRight =
                sent.stream().flatMap(stage -> stage.conditions().stream()).toList();
        List<Integer> changed = turn.step(stop).changed();
        if (sent.isEmpty() && !changed.isEmpty()) {
            ReReview.look(turn, stop, changed);
        } else if (sent.isEmpty()) {
            turn.emit(new RunEvent.StepEnded(stop.name(), StepStatus.DONE, "it is done"));
        } else if (stop.judges()) {
            new HandingBack(turn).fromReviewer(stop, toPutRight);
        } else {
            turn.emit(new RunEvent.ReworkOrdered(
                    stop.name(), turn.step(stop).round() + 1, toPutRight, false, "a reviewer wants changes"));
        }
    }
}
