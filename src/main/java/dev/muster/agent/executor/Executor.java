package dev.muster.agent.executor;

/** A way to call an agent from inside this process. */
public interface Executor {
    /** Starts a call and returns at once. What cannot be started ends as {@link Outcome.Failed} through the listener. */
    Call start(Assignment assignment, Listener listener);
}
