package dev.muster.cli.run;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Verdict;
import dev.muster.cli.terminal.Paint;
import dev.muster.run.event.Printable;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a run as lines for people; empty where they need not know. */
final class RunLines {
    private static final int LONGEST = 200;

    private final Paint paint;

    RunLines(Paint paint) {
        this.paint = paint;
    }

    /**
     * What somebody wrote stays on its line.
     *
     * @param at when it happened
     */
    List<String> of(Instant at, RunEvent event) {
        return lines(at, event).stream()
                .map(line -> String.join(" ", line.lines().toList()))
                .toList();
    }

    private List<String> lines(Instant at, RunEvent event) {
        return switch (event) {
            case RunEvent.RunStarted started -> started(started);
            case RunEvent.PhaseStarted(String phase) -> List.of(paint.bold("▸ " + phase));
            case RunEvent.PhaseSkipped(String phase, String by, String why) ->
                List.of(paint.bold("▸ " + phase) + " is left out: " + said(by, why));
            case RunEvent.PhaseEnded _ -> List.of();
            case RunEvent.AttemptStarted call -> List.of("  → " + call(call));
            case RunEvent.AttemptRedelivered again ->
                List.of("  → " + again.step() + " is given out again: whoever had it is gone");
            case RunEvent.AttemptClaimed claimed ->
                List.of("  → " + call(claimed.step(), claimed.gate()) + " is " + claimed.worker() + "'s now");
            case RunEvent.AttemptProgressed progress ->
                List.of("    " + progress.step() + ": " + shortened(progress.text()));
            case RunEvent.AttemptFinished finished -> List.of("  " + outcome(finished));
            case RunEvent.RetryScheduled retry ->
                List.of("  ↻ " + call(retry.step(), retry.gate()) + " is tried again"
                        + wait(Duration.between(at, retry.notBefore())));
            case RunEvent.TakenOver taken ->
                List.of(paint.good("  ✓ ") + taken.step() + " was done by " + said(taken.by(), taken.why()));
            case RunEvent.CheckStarted check ->
                List.of("  → check `" + String.join(" ", check.command()) + "` of "
                        + place(check.step(), check.phase()));
            case RunEvent.CheckFinished(String _, String _, String _, var result) ->
                List.of((result.passed() ? paint.good("  ✓ ") : paint.bad("  ✗ ")) + "check `"
                        + String.join(" ", result.command()) + "`"
                        + (result.passed() ? " passed" : ": " + shortened(result.message()))
                        + rehearsed(result.rehearsed(), result.passed() ? "" : result.message()));
            case RunEvent.VerdictGiven verdict -> verdict(verdict);
            case RunEvent.ScopeFrozen frozen ->
                List.of("  ! the " + frozen.gate() + " review of " + frozen.step()
                        + " keeps finding new things: from here on they are follow-ups");
            case RunEvent.FollowUpRecorded followUp ->
                List.of("    for later: " + shortened(followUp.finding().text()));
            case RunEvent.GateOverridden overridden ->
                List.of(paint.warn("  ! ") + "the " + overridden.gate() + " review of " + overridden.step()
                        + " was overridden by " + said(overridden.by(), overridden.why()));
            case RunEvent.TroubleMet trouble -> trouble(trouble);
            case RunEvent.ReworkOrdered rework -> rework(rework);
            case RunEvent.HandedBack back ->
                List.of("  ↩ what " + place(back.step(), back.phase()) + " found goes back to "
                        + String.join(", ", back.to()));
            case RunEvent.RoundBegun round ->
                round.round() == 1
                        ? List.of()
                        : List.of("  ↻ " + place(round.step(), round.phase()) + ", round " + round.round());
            case RunEvent.PersonAsked asked ->
                List.of(paint.warn("  ? ") + asked.askId() + " for " + asked.to() + ": " + asked.text()
                        + (asked.choices().isEmpty() ? "" : " [" + String.join(" | ", asked.choices()) + "]"));
            case RunEvent.PersonAnswered answered ->
                List.of("  ! " + answered.askId() + ": " + answered.answer() + ", says "
                        + said(answered.by(), answered.why()));
            case RunEvent.AskWithdrawn(String askId, String why) ->
                List.of("  – " + askId + " needs no answer any more: " + shortened(why));
            case RunEvent.LimitReached limit ->
                List.of(paint.warn("  ! ") + "the limit on " + word(limit.limit()) + " is reached: "
                        + number(limit.value()) + " of " + number(limit.max())
                        + (limit.step() == null ? "" : " for " + limit.step()));
            case RunEvent.LimitRaised raised ->
                List.of("  ! the limit on " + word(raised.limit()) + " is " + number(raised.to()) + " now, says "
                        + said(raised.by(), raised.why()));
            case RunEvent.StepEnded(String step, StepStatus status, String why) -> ended(step, status, why);
            case RunEvent.CancelRequested cancel ->
                List.of(paint.warn("! ") + "cancelled by " + said(cancel.by(), cancel.why()));
            case RunEvent.RunEnded(RunStatus status, String why) ->
                List.of(paint.bold("The run " + ended(status)) + (why.isEmpty() ? "." : ": " + why));
        };
    }

    private static String ended(RunStatus status) {
        return switch (status) {
            case FAILED -> "has failed";
            case CANCELLED -> "was cancelled";
            case RUNNING, WAITING, COMPLETED, BLOCKED -> "is " + word(status);
        };
    }

    private static String wait(Duration wait) {
        long seconds = wait.toSeconds();
        return seconds < 1 ? "" : " in " + (seconds < 60 ? seconds + " s" : (seconds + 59) / 60 + " min");
    }

    /** Where it is tried again, goes back or is put to a person, the line that follows says so. */
    private List<String> trouble(RunEvent.TroubleMet trouble) {
        return switch (trouble.remedy()) {
            case RETRY, REWORK, ASK -> List.of();
            case STOP, REPORT ->
                List.of(paint.warn("  ! ") + place(trouble.step(), trouble.phase()) + ": " + shortened(trouble.text())
                        + (trouble.remedy() == Remedy.Kind.STOP ? " → the run stops" : " → noted; the run goes on"));
        };
    }

    private List<String> started(RunEvent.RunStarted run) {
        String rehearsal = run.mode() == RunMode.REHEARSAL ? " (a rehearsal: nobody is called)" : "";
        return List.of(paint.bold("Run " + run.runId()) + " of plan " + run.planId() + rehearsal
                + (run.title().isBlank() ? "." : ": " + Printable.line(run.title())));
    }

    private static String call(RunEvent.AttemptStarted call) {
        String what = switch (call.purpose()) {
            case WORK -> call.step();
            case REWORK -> call.step() + ", round " + call.round();
            case REVIEW -> call(call.step(), call.gate()) + (call.round() > 1 ? ", round " + call.round() : "");
        };
        String attempt = call.attempt() > 1 ? ", attempt " + call.attempt() : "";
        return what + attempt + ": " + call.agent() + " by " + call.executor();
    }

    private static String call(String step, @Nullable String gate) {
        return gate == null ? step : step + " (" + gate + " review)";
    }

    private String outcome(RunEvent.AttemptFinished finished) {
        String what = call(finished.step(), finished.gate());
        return switch (finished.outcome()) {
            case Outcome.Succeeded done ->
                paint.good("✓ ")
                        + what
                        + (done.summary().isBlank() ? "" : ": " + shortened(done.summary()))
                        + rehearsed(done.rehearsed(), done.summary());
            case Outcome.Failed failed ->
                paint.bad("✗ ")
                        + what
                        + ": "
                        + shortened(failed.message())
                        + rehearsed(failed.rehearsed(), failed.message());
            case Outcome.Asked asked -> paint.warn("? ") + what + " asks: " + shortened(asked.question());
            case Outcome.Cancelled(String why, var _) -> paint.warn("✗ ") + what + " was stopped: " + shortened(why);
        };
    }

    private List<String> verdict(RunEvent.VerdictGiven given) {
        String what = call(given.step(), given.gate());
        if (given.passed()) {
            return given.verdict().decision() == Verdict.Decision.PASS
                    ? List.of()
                    : List.of(paint.warn("  ! ") + what + " wants changes, and does not hold the work up");
        }
        List<String> lines = new java.util.ArrayList<>();
        lines.add(paint.warn("  ! ") + what + " wants changes:");
        given.conditions().forEach(finding -> lines.add("      - " + finding(finding)));
        return lines;
    }

    private static String finding(Finding finding) {
        String place = finding.file() == null
                ? ""
                : finding.file() + (finding.line() == null ? "" : ":" + finding.line()) + " ";
        return place + shortened(finding.text());
    }

    private static List<String> rework(RunEvent.ReworkOrdered rework) {
        return List.of("  ↩ " + rework.step() + " goes back to its agent, round " + rework.round() + ": "
                + shortened(rework.why()));
    }

    private List<String> ended(String step, StepStatus status, String why) {
        return switch (status) {
            case DONE -> List.of();
            case FAILED -> List.of(paint.bad("  ✗ ") + step + " failed: " + shortened(why));
            case SKIPPED -> List.of("  – " + step + " is left out: " + shortened(why));
            case BLOCKED -> List.of(paint.warn("  – ") + step + " cannot begin: " + shortened(why));
        };
    }

    /** Said once: mostly the text says it itself. */
    private static String rehearsed(boolean rehearsed, String text) {
        return rehearsed && !text.startsWith("Rehearsed") ? " (rehearsed)" : "";
    }

    private static String said(String by, String why) {
        return why.isBlank() ? by : by + ": " + shortened(why);
    }

    private static String place(@Nullable String step, @Nullable String phase) {
        return step != null ? step : "the phase " + phase;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : "%.2f".formatted(value);
    }

    /** The first line of it, and not all of a long one. */
    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
