package dev.muster.run.accept;

import dev.muster.run.decide.Blame;
import dev.muster.run.decide.Conflicts;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Choice;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.event.Trouble;
import dev.muster.run.fold.Allowed;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import dev.muster.run.turn.Endings;
import dev.muster.run.turn.Rounds;
import dev.muster.run.turn.Turn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from a person's answer. */
final class AnswerEffects {
    private final Turn turn;
    private final PersonAsked asked;
    private final Input.Answer answer;

    AnswerEffects(Turn turn, PersonAsked asked, Input.Answer answer) {
        this.turn = turn;
        this.asked = asked;
        this.answer = answer;
    }

    /** @param choice null where any words would do */
    void follow(@Nullable Choice choice) {
        if (choice == null) {
            callAgain();
            return;
        }
        switch (choice) {
            case STOP -> stop();
            case NO -> turn.emit(new RunEvent.PhaseSkipped(phase().name(), answer.by(), answer.why()));
            case GO_ON -> passOver();
            case KEEP -> decide(Trouble.Kind.CONFLICT, Remedy.Kind.REPORT);
            case TRY_AGAIN -> callAgain();
            case BY_HAND -> byHand();
            case SKIP -> {
                Endings.release(turn, step(), "the step is left out");
                turn.emit(new RunEvent.StepEnded(step().name(), StepStatus.SKIPPED, signed()));
            }
            case OVERRIDE, APPROVE -> override();
            case ANOTHER_ROUND -> anotherRound();
            case RAISE -> raise();
            case YES, REFUSE -> {}
        }
    }

    private void stop() {
        RunStatus status =
                asked.kind() == AskKind.FAILURE || asked.kind() == AskKind.CHECK ? RunStatus.FAILED : RunStatus.BLOCKED;
        Endings.end(turn, status, "stopped by " + answer.by() + " at: " + asked.text());
    }

    private void passOver() {
        if (asked.kind() == AskKind.CHECK) {
            decide(Trouble.Kind.CHECK, Remedy.Kind.REPORT);
        }
    }

    /** Beyond the limit only because a person says so, and once. */
    private void callAgain() {
        RunStep stop = step();
        OpenCall call = Objects.requireNonNull(returned(stop));
        int next = call.attempt() + 1;
        if (next > stop.plan().limits().attempts()) {
            turn.emit(new RunEvent.LimitRaised(LimitKind.ATTEMPTS, next, stop.name(), answer.by(), answer.why()));
        }
        turn.emit(new RunEvent.RetryScheduled(
                stop.name(), asked.gate(), next, turn.now(), "asked for by " + answer.by()));
    }

    private @Nullable OpenCall returned(RunStep stop) {
        StepState step = turn.step(stop);
        if (asked.gate() == null) {
            return step.stage() instanceof Stage.Returned returned ? returned.call() : null;
        }
        return step.stage() instanceof Stage.Reviewing reviewing
                        && reviewing.gates().get(stop.gate(asked.gate())) instanceof GateStage.Returned returned
                ? returned.call()
                : null;
    }

    private void byHand() {
        if (asked.phase() != null) {
            turn.emit(new RunEvent.RoundBegun(
                    null, asked.phase(), turn.phase(phase()).round() + 1));
        } else if (asked.kind() == AskKind.REVIEW || step().judges()) {
            raiseRounds(step());
            Endings.release(turn, step(), "its work was put right by hand");
            turn.emit(new RunEvent.RoundBegun(
                    step().name(), null, turn.step(step()).round() + 1));
        } else {
            Endings.release(turn, step(), "the step was taken over");
            turn.emit(new RunEvent.TakenOver(step().name(), answer.by(), answer.why()));
        }
    }

    private void override() {
        RunStep stop = step();
        Endings.withdraw(
                turn,
                other -> stop.name().equals(other.step()) && Objects.equals(asked.gate(), other.gate()),
                "the " + asked.gate() + " review was overridden");
        turn.emit(new RunEvent.GateOverridden(
                stop.name(),
                Objects.requireNonNull(asked.gate()),
                turn.step(stop).round(),
                answer.by(),
                answer.why()));
    }

    private void anotherRound() {
        if (asked.kind() == AskKind.CONFLICT) {
            raiseRounds(step());
            decide(Trouble.Kind.CONFLICT, Remedy.Kind.REWORK);
            String word = answer.why().isBlank() ? "" : " Decided: " + answer.why();
            Conflicts.rework(turn, step(), asked.text() + word);
            return;
        }
        reworkers().forEach(this::raiseRounds);
        if (asked.kind() == AskKind.REVIEW) {
            raiseRounds(step());
        }
        decide(asked.kind() == AskKind.REVIEW ? Trouble.Kind.REVIEW : Trouble.Kind.CHECK, Remedy.Kind.REWORK);
    }

    /** Those who get the work back. */
    private List<RunStep> reworkers() {
        RunState state = turn.state();
        if (asked.phase() != null) {
            return Blame.ofPhase(state, phase()).first();
        }
        return step().judges() ? Blame.ofReviewer(state, step()).first() : List.of(step());
    }

    private void raiseRounds(RunStep stop) {
        int left = Rounds.left(turn.state(), stop);
        if (asked.gate() != null && stop.gate(asked.gate()) >= 0 && stop.name().equals(asked.step())) {
            left = Rounds.left(turn.state(), stop, stop.gates().get(stop.gate(asked.gate())));
        }
        if (left <= 0) {
            int to = turn.step(stop).round() + 1;
            turn.emit(new RunEvent.LimitRaised(LimitKind.ROUNDS, to, stop.name(), answer.by(), answer.why()));
        }
    }

    private void raise() {
        LimitKind limit = Objects.requireNonNull(asked.limit());
        if (asked.step() != null) {
            int to = turn.step(step()).round() + 1;
            turn.emit(new RunEvent.LimitRaised(limit, to, asked.step(), answer.by(), answer.why()));
            return;
        }
        turn.emit(new RunEvent.LimitRaised(limit, Allowed.next(turn.state(), limit), null, answer.by(), answer.why()));
    }

    private void decide(Trouble.Kind kind, Remedy.Kind remedy) {
        turn.emit(new RunEvent.TroubleMet(
                asked.step(), asked.phase(), asked.gate(), kind, asked.text(), remedy, signed()));
    }

    private String signed() {
        return answer.why().isBlank() ? answer.by() : answer.by() + ": " + answer.why();
    }

    private RunStep step() {
        return Objects.requireNonNull(turn.state().route().stop(Objects.requireNonNull(asked.step())));
    }

    private RunPhase phase() {
        return Objects.requireNonNull(turn.state().route().runPhase(Objects.requireNonNull(asked.phase())));
    }
}
