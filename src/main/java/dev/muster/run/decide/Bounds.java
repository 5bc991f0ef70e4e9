package dev.muster.run.decide;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.Remedy.Ask;
import dev.muster.run.event.Trouble;

/** Keeps what is proposed within limits and hard gates: what they forbid is asked of a person. */
final class Bounds {
    private Bounds() {}

    static Remedy keep(Remedy remedy, Trouble trouble) {
        boolean allowed = switch (remedy) {
            case Remedy.Stop stop -> true;
            case Remedy.Ask ask -> true;
            case Remedy.Report report -> mayBePassedOver(trouble);
            case Remedy.Retry retry -> trouble instanceof Trouble.AttemptFailed failed && failed.attemptsLeft() > 0;
            case Remedy.Rework rework -> mayGoBack(trouble);
        };
        return allowed ? remedy : new Ask(remedy.decidedBy() + ", which is not possible here");
    }

    private static boolean mayBePassedOver(Trouble trouble) {
        return switch (trouble) {
            case Trouble.AttemptFailed failed -> !failed.hard();
            case Trouble.ChangesWanted changes -> changes.level() != ReviewLevel.HARD;
            case Trouble.CheckFailed failed -> true;
            case Trouble.Contradiction contradiction -> true;
        };
    }

    private static boolean mayGoBack(Trouble trouble) {
        return switch (trouble) {
            case Trouble.AttemptFailed failed -> false;
            case Trouble.ChangesWanted changes ->
                !changes.reworkers().isEmpty() && !changes.conditions().isEmpty();
            case Trouble.CheckFailed failed -> !failed.reworkers().isEmpty();
            case Trouble.Contradiction contradiction -> contradiction.roundsLeft() > 0;
        };
    }
}
