package dev.muster.app.ports;

import dev.muster.app.refusal.Refusal;

/** How what keeps everything is doing. */
public interface StoreState {
    /**
     * Reads something, and sees whether it can be written to.
     *
     * @throws Refusal where it is out of reach
     */
    void reach();

    /**
     * What is waiting.
     *
     * @throws Refusal where it is out of reach
     */
    Backlog backlog();

    /**
     * What is waiting, for all servers that share the store.
     *
     * @param due runs that have something to do and that nobody carries out yet
     * @param carried runs that some server carries out
     * @param resting runs that wait for people, workers or a time
     * @param asked what people are waited for
     * @param queued calls that workers can fetch, or have
     */
    record Backlog(long due, long carried, long resting, long asked, long queued) {}
}
