package dev.muster.agent.executor;

/** Hears of one call. Its methods are called from threads of the executor, never two at a time, and must not block for long. */
public interface Listener {
    /** One line about how the work goes; of very many, some are left out. */
    void progress(String line);

    /** The end, exactly once and last. */
    void finished(Outcome outcome);
}
