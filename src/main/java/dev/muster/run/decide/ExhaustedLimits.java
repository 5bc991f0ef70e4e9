package dev.muster.run.decide;

import dev.muster.run.event.AskKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Ask;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.OpenQuestions;
import dev.muster.run.turn.Turn;
import java.util.Locale;
import java.util.Objects;

/** Limits of the run that are used up. A person may raise them; until then nothing starts. */
final class ExhaustedLimits {
    private ExhaustedLimits() {}

    /** Whether money or time is used up, or a person has yet to say how it goes on with a limit. */
    static boolean anyOf(Turn turn) {
        RunState state = turn.state();
        double minutes = state.workedBy(turn.now()).toMillis() / 60_000.0;
        return ask(turn, LimitKind.COST, state.cost(), state.limits().cost())
                || ask(turn, LimitKind.MINUTES, minutes, state.limits().minutes());
    }

    /** Whether that limit is used up; then a person is asked, once. */
    static boolean ask(Turn turn, LimitKind limit, double value, double max) {
        boolean asked = turn.state().asks().stream()
                .map(Ask::asked)
                .anyMatch(open -> open.kind() == AskKind.LIMIT && Objects.equals(open.limit(), limit));
        if (value < max) {
            return false;
        }
        if (!asked) {
            turn.emit(new RunEvent.LimitReached(limit, value, max, null));
            OpenQuestions.limit(turn, limit, text(limit, value, max));
        }
        return true;
    }

    /** A reviewer has to look once more and has no round left. */
    static void askRounds(Turn turn, RunStep stop) {
        boolean asked = turn.state().asks().stream()
                .map(Ask::asked)
                .anyMatch(open -> open.kind() == AskKind.LIMIT && stop.name().equals(open.step()));
        if (!asked) {
            int rounds = turn.step(stop).round();
            turn.emit(new RunEvent.LimitReached(LimitKind.ROUNDS, rounds, rounds, stop.name()));
            OpenQuestions.rounds(turn, stop);
        }
    }

    private static String text(LimitKind limit, double value, double max) {
        return switch (limit) {
            case COST -> String.format(Locale.ROOT, "The run has cost $%.2f of $%.2f. Raise the limit?", value, max);
            case MINUTES ->
                String.format(Locale.ROOT, "The run has worked %.0f of %.0f minutes. Raise the limit?", value, max);
            case STEPS -> String.format(Locale.ROOT, "%.0f of %.0f steps have begun. Raise the limit?", value, max);
            case ATTEMPTS, ROUNDS -> throw new IllegalArgumentException(limit + " is a limit of a step.");
        };
    }
}
