package dev.muster.reading;

import java.util.Locale;

/** Why some words of a text ask for nothing. */
enum How {
    CODE,
    STACK_TRACE,
    LOG,
    QUOTE,
    VERSIONS,
    URL,
    BOILERPLATE,
    REPRODUCTION,
    NEGATED;

    /** The word that facts use. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
