package dev.muster.agent.executor;

/** An agent or a check at work. */
public interface Call {
    /**
     * Ends it: within two seconds nothing of it is running and its listener has heard, unless that was so already.
     *
     * @param why for the record, such as who cancelled
     */
    void cancel(String why);
}
