package dev.muster.run;

import dev.muster.run.Route.Stretch;

/** What a plan says to look at where something of a phase fails. */
final class Hints {
    private Hints() {}

    static String of(Stretch stretch) {
        String hint = stretch.phase().hint();
        return hint == null ? "" : " " + hint;
    }
}
