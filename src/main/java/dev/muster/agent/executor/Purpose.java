package dev.muster.agent.executor;

/** What an agent is called for. */
public enum Purpose {
    WORK,
    REVIEW,
    REWORK
}
