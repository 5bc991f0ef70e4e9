package dev.muster.run.event;

/** What there is to know of an executor to decide what comes next. */
public enum ExecutorKind {
    /** A program that Muster starts. */
    INSIDE,
    /** Somebody elsewhere who fetches work. */
    WORKER,
    /** A person; how long it takes is nobody's failure. */
    PERSON,
    /** Nobody; the outcome is made up. */
    REHEARSED
}
