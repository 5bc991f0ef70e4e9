package dev.muster.run.turn;

import dev.muster.run.state.Route.RunPhase;

/** What a plan says to look at where something of a phase fails. */
public final class Hints {
    private Hints() {}

    public static String of(RunPhase stretch) {
        String hint = stretch.phase().hint();
        return hint == null ? "" : " " + hint;
    }
}
