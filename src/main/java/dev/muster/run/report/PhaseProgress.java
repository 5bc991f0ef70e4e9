package dev.muster.run.report;

import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.report.RunReport.Issue;
import dev.muster.run.report.RunReport.PhaseReport;
import dev.muster.run.state.GateStage;
import dev.muster.run.state.PhaseStage;
import dev.muster.run.state.PhaseState;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Stage;
import dev.muster.run.state.StepState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a run and its phases are. */
final class PhaseProgress {
    private final RunState state;
    private final List<Issue> issues;

    PhaseProgress(RunState state, List<Issue> issues) {
        this.state = state;
        this.issues = issues;
    }

    /** Where a step is, as people who follow a run want to know it. */
    public enum Progress {
        COMPLETED,
        SKIPPED,
        IN_PROGRESS,
        PENDING,
        /** It failed, needs what failed, or waits for a person. */
        BLOCKED,
        /** It had begun when the run ended, and nobody is at it any more. */
        NOT_DONE
    }

    private Progress of(int place) {
        StepState step = state.step(place);
        return state.leftUndone(step) ? Progress.NOT_DONE : of(step.stage());
    }

    private static Progress of(Stage stage) {
        return switch (stage) {
            case Stage.Waiting waiting -> Progress.PENDING;
            case Stage.Asked asked -> Progress.BLOCKED;
            case Stage.Ended ended when ended.status() == StepStatus.DONE -> Progress.COMPLETED;
            case Stage.Ended ended when ended.status() == StepStatus.SKIPPED -> Progress.SKIPPED;
            case Stage.Ended ended -> Progress.BLOCKED;
            case Stage.Due due -> Progress.IN_PROGRESS;
            case Stage.Called called -> Progress.IN_PROGRESS;
            case Stage.Returned returned -> Progress.IN_PROGRESS;
            case Stage.Checking checking -> Progress.IN_PROGRESS;
            case Stage.Reviewing reviewing ->
                reviewing.gates().stream().anyMatch(GateStage.Asked.class::isInstance)
                        ? Progress.BLOCKED
                        : Progress.IN_PROGRESS;
            case Stage.HandedBack back -> Progress.IN_PROGRESS;
        };
    }

    String status() {
        return switch (state.status()) {
            case COMPLETED -> "complete";
            case RUNNING -> "in_progress";
            case WAITING, FAILED, BLOCKED -> "blocked";
            case CANCELLED -> "cancelled";
        };
    }

    String outcome() {
        return state.status().name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        List<RunStep> steps = state.route().steps();
        long done = count(Progress.COMPLETED);
        long skipped = count(Progress.SKIPPED);
        String far = done == steps.size()
                ? (done == 1 ? "The one step is done" : "All " + done + " steps are done")
                : done + " of " + steps.size() + " steps are done";
        return far + (skipped == 0 ? "" : ", " + skipped + (skipped == 1 ? " was skipped" : " were skipped")) + now();
    }

    private String now() {
        return switch (state.status()) {
            case COMPLETED -> ".";
            case RUNNING -> atWork();
            case WAITING ->
                state.asks().isEmpty()
                        ? "; a person is at work."
                        : "; "
                                + (state.asks().size() == 1
                                        ? "a question waits"
                                        : state.asks().size() + " questions wait")
                                + " for an answer: "
                                + state.asks().iterator().next().asked().text();
            case FAILED, BLOCKED, CANCELLED -> ". The run " + ended() + ": " + state.why();
        };
    }

    private String ended() {
        return state.status() == RunStatus.FAILED
                ? "failed"
                : state.status() == RunStatus.BLOCKED ? "could not go on" : "was cancelled";
    }

    private String atWork() {
        String agents = state.openCalls().stream()
                .map(call -> call.agent() + " at " + call.step())
                .collect(Collectors.joining(", "));
        return agents.isEmpty() ? "." : "; " + agents + ".";
    }

    private long count(Progress progress) {
        return state.route().steps().stream()
                .filter(stop -> of(stop.place()) == progress)
                .count();
    }

    List<String> phasesCompleted() {
        return state.route().phases().stream()
                .filter(runPhase -> phaseStatus(state.phase(runPhase.place())).equals("completed"))
                .map(RunPhase::name)
                .toList();
    }

    List<PhaseReport> phases() {
        return state.route().phases().stream().map(this::phase).toList();
    }

    private PhaseReport phase(RunPhase runPhase) {
        Route route = state.route();
        return new PhaseReport(
                runPhase.name(),
                runPhase.parent() < 0
                        ? null
                        : route.phases().get(runPhase.parent()).name(),
                phaseStatus(state.phase(runPhase.place())),
                steps(runPhase, Progress.COMPLETED),
                steps(runPhase, Progress.SKIPPED),
                steps(runPhase, Progress.IN_PROGRESS),
                steps(runPhase, Progress.PENDING),
                steps(runPhase, Progress.BLOCKED),
                steps(runPhase, Progress.NOT_DONE),
                issues.stream().filter(issue -> isOf(issue, runPhase)).toList());
    }

    private List<String> steps(RunPhase runPhase, Progress progress) {
        return runPhase.steps().stream()
                .filter(place -> of(place) == progress)
                .map(place -> state.route().steps().get(place).name())
                .toList();
    }

    private boolean isOf(Issue issue, RunPhase runPhase) {
        String of = issue.of().replaceFirst(" \\(.* review\\)$", "");
        RunStep stop = state.route().stop(of);
        return stop == null ? of.equals(runPhase.name()) : stop.phase() == runPhase.place();
    }

    private String phaseStatus(PhaseState phase) {
        if (state.leftUndone(phase)) {
            return state.status() == RunStatus.CANCELLED ? "cancelled" : "not_done";
        }
        return switch (phase.stage()) {
            case PhaseStage.Waiting waiting -> "pending";
            case PhaseStage.Asked asked -> "blocked";
            case PhaseStage.AskedAbout asked -> "blocked";
            case PhaseStage.Ended ended -> ended.skipped() ? "skipped" : "completed";
            case PhaseStage.Running running -> "in_progress";
            case PhaseStage.Checking checking -> "in_progress";
            case PhaseStage.HandedBack back -> "in_progress";
            case PhaseStage.Checked checked -> "in_progress";
        };
    }
}
