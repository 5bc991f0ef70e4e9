package dev.muster.run.decide;

import dev.muster.run.state.Route.RunPhase;

/** What a plan says to look at where something of a phase fails. */
final class Hints {
    private Hints() {}

    static String of(RunPhase runPhase) {
        String hint = runPhase.phase().hint();
        return hint == null ? "" : " " + hint;
    }
}
