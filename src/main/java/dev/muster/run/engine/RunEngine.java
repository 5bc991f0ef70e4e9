package dev.muster.run.engine;

import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.RunBrief;
import dev.muster.run.fold.RunState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries runs out, and survives whatever is short of losing the store. It is a port: an engine that keeps its own history
 * can stand behind it, as long as the run's events reach the {@link RunLog}. Each operation may throw {@link StoreFailure}.
 */
public interface RunEngine {
    /** Begins to carry out whatever there is, beside all others that do so on the same store. */
    void open();

    /** Begins to carry out runs, but only those that are started or resumed here. */
    void openForOwn();

    /**
     * Stops. What is being carried out here is handed over to others; what was this process's own waits until it is resumed.
     */
    void close();

    /** A new run, carried out from now on. Its plan has to be kept already. */
    void start(RunBrief brief);

    /** Something from outside: an answer, an override, a worker's result, a wish to cancel. Given twice it counts once. */
    Acceptance give(String runId, Input.FromOutside input);

    /** Carries on a run that was left; where somebody is at it nothing happens. */
    void resume(String runId);

    /** Whether something could be done for the run at once, and no process carries it out. */
    boolean isLeft(RunHead head);

    /** The run as its events say; null where there is none. */
    @Nullable
    RunState state(String runId);

    /** Waits until the run has more events than these, or so long. */
    void awaitEvents(String runId, long after, Duration atMost);

    /**
     * Gives a worker the call that has waited longest for one of these executors, waiting for one so long.
     *
     * @return null where there was none
     */
    @Nullable
    Claim claim(List<String> executors, Claimant claimant, Duration atMost);

    /** Keeps a worker's call its own. False where it is no longer: then the worker stops. */
    boolean renew(String key, String worker, long fence, Duration lease);
}
