package dev.muster.agent.executor;

/** What kind of failure a call ended with. */
public enum FailureKind {
    /** The program ended with an exit code that means failure. */
    EXIT,
    /** It took longer than it may. */
    TIMEOUT,
    /** It handed something in that cannot be read as what was asked for. */
    UNREADABLE_RESULT,
    /** The agent says that it cannot do what it was asked. */
    REFUSED,
    /** A limit on money, turns or output ended it. */
    BUDGET,
    /** It could not be called at all: a program that is missing, a folder that is not there. */
    INFRASTRUCTURE
}
