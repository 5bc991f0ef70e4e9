package dev.muster.plan;

/** Whether a phase's steps wait for one another where nothing else orders them. */
public enum PhaseMode {
    SEQUENTIAL,
    PARALLEL
}
