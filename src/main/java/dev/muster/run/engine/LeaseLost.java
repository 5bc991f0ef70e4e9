package dev.muster.run.engine;

/** Somebody else carries the run out by now: whatever is at work for it here has to stop. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost(String runId) {
        super("The run " + runId + " is carried out elsewhere.");
    }
}
