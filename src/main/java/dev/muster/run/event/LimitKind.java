package dev.muster.run.event;

/** What is limited, by the plan or by a person who raised it. */
public enum LimitKind {
    STEPS,
    ATTEMPTS,
    ROUNDS,
    MINUTES,
    COST
}
