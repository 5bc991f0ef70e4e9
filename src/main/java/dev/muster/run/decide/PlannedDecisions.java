package dev.muster.run.decide;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.Remedy.Ask;
import dev.muster.run.event.Remedy.Report;
import dev.muster.run.event.Remedy.Retry;
import dev.muster.run.event.Remedy.Rework;
import dev.muster.run.event.Remedy.Stop;
import dev.muster.run.event.Trouble;

/** Answers from what the plan says: its limits, what a check does on failure, how binding a review is, what blocks. */
public final class PlannedDecisions implements Decisions {
    @Override
    public Remedy on(Trouble trouble) {
        return switch (trouble) {
            case Trouble.AttemptFailed failed -> failed(failed);
            case Trouble.CheckFailed failed -> check(failed);
            case Trouble.ChangesWanted changes -> review(changes);
            case Trouble.Contradiction contradiction -> new Ask("contradictions are decided by a person");
        };
    }

    private static Remedy failed(Trouble.AttemptFailed failed) {
        if (failed.failure().retryable() && failed.attemptsLeft() > 0) {
            return new Retry("limits.attempts leaves " + failed.attemptsLeft());
        }
        boolean needed = failed.gate() == null ? failed.holdsUp() : failed.level() != ReviewLevel.ADVISORY;
        return needed ? new Ask("the work cannot go on without it") : new Report("nothing waits for it");
    }

    private static Remedy check(Trouble.CheckFailed failed) {
        return switch (failed.check().onFailure()) {
            case STOP -> new Stop("the check's onFailure: stop");
            case REPORT -> new Report("the check's onFailure: report");
            case REWORK ->
                failed.reworkers().isEmpty()
                        ? new Ask("the check's onFailure: rework, and no round is left")
                        : new Rework("the check's onFailure: rework");
        };
    }

    private static Remedy review(Trouble.ChangesWanted changes) {
        if (changes.level() == ReviewLevel.ADVISORY) {
            return new Report("the review is advisory");
        }
        if (changes.conditions().isEmpty()) {
            return new Ask("the scope is frozen and nothing of it is open");
        }
        return changes.reworkers().isEmpty() ? new Ask("no round is left") : new Rework("rounds are left");
    }
}
