package dev.muster.agent.executor;

import java.time.Duration;

/** How an agent is called. */
public sealed interface CallMethod {
    /** The executor's name in the operator's configuration. */
    String name();

    /** From this process. */
    record Inside(String name, Executor executor) implements CallMethod {}

    /** Nobody is called: the outcome and the time it would have taken are made up. */
    record Rehearsed(String name, Rehearsal rehearsal) implements CallMethod {}

    /** A worker elsewhere fetches the work and holds it by a lease. */
    record Worker(String name, Duration lease) implements CallMethod {}

    /** A person does it; it waits in an inbox. */
    record Person(String name) implements CallMethod {}
}
