package dev.muster.run.event;

/** How a step ended. */
public enum StepStatus {
    DONE,
    FAILED,
    /** A person did not want it, or went on without it. */
    SKIPPED,
    /** What it needs has failed. */
    BLOCKED
}
