package dev.muster.run.event;

/** Whether a run calls anybody at all. */
public enum RunMode {
    REAL,
    /** Nothing is called: outcomes are made up, in virtual time. */
    REHEARSAL
}
