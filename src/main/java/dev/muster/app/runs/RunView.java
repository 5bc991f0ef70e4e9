package dev.muster.app.runs;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.plan.Limits;
import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import dev.muster.source.EnumWord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is.
 *
 * @param workspace the folder that the work is in; null where nothing is worked on
 * @param costUsd what it has cost so far, as far as it was told
 * @param limits those that hold now
 * @param working the calls that are made now
 * @param waitingFor what people are asked
 */
public record RunView(
        RunSummary run,
        @Nullable String workspace,
        double costUsd,
        Limits limits,
        List<PhaseView> phases,
        List<CallView> working,
        List<InboxEntry> waitingFor) {
    public RunView {
        phases = List.copyOf(phases);
        working = List.copyOf(working);
        waitingFor = List.copyOf(waitingFor);
    }

    /**
     * A phase with its own steps; nested ones stand by themselves.
     *
     * @param within the phase that it is nested in; null where it is in none
     */
    public record PhaseView(String name, @Nullable String within, String status, List<StepView> steps) {
        public PhaseView {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param round 0 before it has begun
     * @param summary what was handed in last, in a sentence or a few; null where nothing was
     */
    public record StepView(
            String step,
            String agent,
            String status,
            int round,
            @Nullable String summary) {}

    /** A call that is made now. */
    public record CallView(
            String key,
            String step,
            Purpose purpose,
            @Nullable String gate,
            int round,
            int attempt,
            String agent,
            String executor,
            @Nullable Instant dueBy) {
        static CallView of(OpenCall call) {
            return new CallView(
                    call.key(),
                    call.step(),
                    call.purpose(),
                    call.gate(),
                    call.round(),
                    call.attempt(),
                    call.agent(),
                    call.executor(),
                    call.dueBy());
        }
    }

    static RunView of(RunSummary run, RunState state, List<InboxEntry> inbox) {
        return new RunView(
                run,
                state.brief().workspace(),
                state.cost(),
                state.limits(),
                state.route().phases().stream()
                        .map(phase -> phase(state, phase))
                        .toList(),
                state.ended()
                        ? List.of()
                        : state.openCalls().stream().map(CallView::of).toList(),
                inbox);
    }

    /** What had begun when the run ended is at nobody's hands any more. */
    private static String left(RunState state) {
        return state.status() == RunStatus.CANCELLED ? "cancelled" : "not-done";
    }

    private static PhaseView phase(RunState state, Route.RunPhase phase) {
        String within = phase.parent() < 0
                ? null
                : state.route().phases().get(phase.parent()).name();
        List<StepView> steps = phase.steps().stream()
                .map(place -> step(state, state.route().steps().get(place), state.step(place)))
                .toList();
        PhaseState at = state.phase(phase.place());
        return new PhaseView(phase.name(), within, state.leftUndone(at) ? left(state) : status(at.stage()), steps);
    }

    private static StepView step(RunState state, Route.RunStep stop, StepState step) {
        Outcome.Succeeded result = step.result();
        return new StepView(
                stop.name(),
                stop.agent(),
                state.leftUndone(step) ? left(state) : status(step.stage()),
                step.round(),
                result == null ? null : result.summary());
    }

    private static String status(PhaseStage stage) {
        return switch (stage) {
            case PhaseStage.Waiting _ -> "pending";
            case PhaseStage.Asked _, PhaseStage.AskedAbout _ -> "waiting";
            case PhaseStage.Running _, PhaseStage.Checking _, PhaseStage.HandedBack _, PhaseStage.Checked _ ->
                "in-progress";
            case PhaseStage.Ended ended -> ended.skipped() ? "skipped" : "done";
        };
    }

    private static String status(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> "pending";
            case Stage.Asked _ -> "waiting";
            case Stage.Due _,
                    Stage.Called _,
                    Stage.Returned _,
                    Stage.Checking _,
                    Stage.Reviewing _,
                    Stage.HandedBack _ -> "in-progress";
            case Stage.Ended ended -> EnumWord.of(ended.status());
        };
    }
}
