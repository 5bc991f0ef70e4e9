package dev.muster.cli.terminal;

/** How lists are shown. */
public enum ListFormat {
    TEXT,
    JSON
}
