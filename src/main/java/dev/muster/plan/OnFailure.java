package dev.muster.plan;

/** What a run does when a check fails: end, note it and go on, or give the output back to the agent. */
public enum OnFailure {
    STOP,
    REPORT,
    REWORK
}
