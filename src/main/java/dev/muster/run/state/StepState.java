package dev.muster.run.state;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.StepStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param round 0 before it has begun
 * @param findings what this round has to put right
 * @param result what was handed in last
 * @param mending whether this round is there because something failed
 * @param changed places of steps whose work was taken up again while this reviewer was at it
 * @param roundsAllowed up to which round people let it go; 0 where they did not
 */
public record StepState(
        Stage stage,
        int round,
        List<Finding> findings,
        Outcome.@Nullable Succeeded result,
        List<GateMemory> gates,
        boolean mending,
        List<Integer> changed,
        int roundsAllowed) {
    public StepState {
        findings = List.copyOf(findings);
        gates = List.copyOf(gates);
        changed = List.copyOf(changed);
    }

    public static StepState waiting(Route.RunStep stop) {
        return new StepState(
                new Stage.Waiting(stop.waitsFor().size()),
                0,
                List.of(),
                null,
                Collections.nCopies(stop.gates().size(), GateMemory.NONE),
                false,
                List.of(),
                0);
    }

    public boolean ended() {
        return stage instanceof Stage.Ended;
    }

    public boolean done() {
        return stage instanceof Stage.Ended ended && ended.status() == StepStatus.DONE;
    }

    /** Whether it has begun and not ended. */
    public boolean active() {
        return !(stage instanceof Stage.Waiting || stage instanceof Stage.Ended);
    }

    public StepState at(Stage next) {
        return new StepState(next, round, findings, result, gates, mending, changed, roundsAllowed);
    }

    public StepState at(Stage next, int inRound) {
        return new StepState(next, inRound, findings, result, gates, mending, changed, roundsAllowed);
    }

    public StepState handed(Outcome.Succeeded handed) {
        return new StepState(stage, round, findings, handed, gates, mending, changed, roundsAllowed);
    }

    public StepState rework(Stage next, int inRound, List<Finding> toPutRight, boolean failed) {
        return new StepState(next, inRound, toPutRight, result, gates, failed, changed, roundsAllowed);
    }

    /** A reviewer whose subject changes under its hands looks again. */
    public StepState overtaken(int place) {
        List<Integer> more = new ArrayList<>(changed);
        more.add(place);
        return new StepState(stage, round, findings, result, gates, mending, more, roundsAllowed);
    }

    /** It looks once more after that where some are still at work. */
    public StepState lookingAgain(List<Integer> stillChanging) {
        return new StepState(stage, round, findings, result, gates, mending, stillChanging, roundsAllowed);
    }

    public StepState gate(int gate, GateStage next) {
        return stage instanceof Stage.Reviewing reviewing
                ? at(new Stage.Reviewing(replaced(reviewing.gates(), gate, next)))
                : this;
    }

    public StepState memory(int gate, GateMemory memory) {
        return new StepState(
                stage, round, findings, result, replaced(gates, gate, memory), mending, changed, roundsAllowed);
    }

    public StepState raised(LimitKind limit, double to) {
        return switch (limit) {
            case ROUNDS ->
                new StepState(
                        stage, round, findings, result, gates, mending, changed, Math.max(roundsAllowed, (int) to));
            case ATTEMPTS, STEPS, MINUTES, COST -> this;
        };
    }

    private static <T> List<T> replaced(List<T> list, int place, T entry) {
        List<T> copy = new ArrayList<>(list);
        copy.set(place, entry);
        return List.copyOf(copy);
    }
}
