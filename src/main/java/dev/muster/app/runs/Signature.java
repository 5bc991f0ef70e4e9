package dev.muster.app.runs;

import dev.muster.run.event.Proof;

/**
 * Who says something to a run.
 *
 * @param by the name that is recorded
 * @param why the reason; empty where none is given
 * @param proof how it is known that it is a person
 */
public record Signature(String by, String why, Proof proof) {}
