package dev.muster.cli;

/** How lists are shown. */
enum ListFormat {
    TEXT,
    JSON
}
