package dev.muster.plan;

/** Whether a person is asked if a phase is wanted at all. */
public enum Optionality {
    NEVER,
    ASK
}
