package dev.muster.run.event;

/** Where a run is. */
public enum RunStatus {
    RUNNING,
    /** Only people can bring it on. */
    WAITING,
    COMPLETED,
    FAILED,
    /** A person or a gate did not let it go on. */
    BLOCKED,
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this != RUNNING && this != WAITING;
    }
}
