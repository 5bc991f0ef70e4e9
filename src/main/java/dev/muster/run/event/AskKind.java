package dev.muster.run.event;

/** What a person is asked about. */
public enum AskKind {
    /** What the plan leaves to a person or another team. */
    ESCALATION,
    /** Files that must be there and are not. */
    PREREQUISITES,
    /** Whether an optional phase is wanted. */
    PHASE,
    /** What an agent has to know to go on. */
    QUESTION,
    /** Results that contradict each other. */
    CONFLICT,
    /** An agent that did not get it done. */
    FAILURE,
    /** A check that does not pass. */
    CHECK,
    /** A review that does not pass. */
    REVIEW,
    /** A limit that is used up. */
    LIMIT,
    /** Somebody's wish to override a review. */
    OVERRIDE
}
