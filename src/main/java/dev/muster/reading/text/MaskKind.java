package dev.muster.reading.text;

import dev.muster.source.EnumWord;

/** Why some words of a text ask for nothing. */
public enum MaskKind {
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
    public String word() {
        return EnumWord.of(this);
    }
}
