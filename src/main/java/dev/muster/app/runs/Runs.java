package dev.muster.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.refusal.Refusal;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.report.RunReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people, workers and programs do with runs, wherever those are carried out. Each may throw a {@link Refusal}. What is
 * said twice counts once: the second time it is refused as stale.
 */
public interface Runs {
    /** Has a plan carried out. It goes on by itself from here. */
    StartedRun start(RunRequest request);

    /** Where a run is. */
    RunView find(String runId);

    /** At most {@code limit} runs older than {@code before}, newest first. */
    List<RunSummary> list(int limit, @Nullable String before);

    /**
     * The events after one of them, at most so many; waits for the first of them so long. An empty list means that there is
     * nothing new yet, or that the run has ended.
     */
    List<Logged> events(String runId, long after, int limit, Duration atMost);

    /** Answers what a person was asked. */
    RunView answer(String runId, String askId, String answer, Signature signature);

    /** Wants a review overridden; where another person has to agree, that one is asked. */
    RunView override(String runId, String step, String gate, Signature signature);

    RunView cancel(String runId, String by, String why);

    /** Carries on a run that was left by whoever had it. */
    RunView resume(String runId);

    /** What the run comes to so far. */
    RunReport report(String runId);

    /**
     * Whether the events are what was written, and the plan is the one that was started.
     *
     * @param kept the hash of one of its events that was kept elsewhere; null where none was
     */
    RunAudit audit(String runId, @Nullable String kept);

    /** What people are waited for, longest waiting first; of one run where one is named. */
    List<InboxEntry> inbox(@Nullable String runId, int limit);

    /**
     * A person hands in what a step that waits for one has to hand in; the report is that of a worker, but that the verdict of a
     * review is exactly {@code pass}, or {@code changes} with findings.
     */
    RunView handIn(String runId, String key, Signature signature, JsonNode report);

    /** The next call for a worker as JSON (with its {@code key}, {@code fence}, {@code claim} and {@code run}), or null. */
    @Nullable
    ObjectNode claim(Claiming claiming);

    /** Keeps a call the worker's own; refused where it no longer is, and then the worker stops. */
    void heartbeat(HeldWork held);

    /** One line about how a worker's call goes. */
    void progress(HeldWork held, String text);

    /** What came of a worker's call. */
    void result(HeldWork held, JsonNode report);

    /**
     * A worker that looks for something to do.
     *
     * @param proof how it is known that it is a worker
     * @param executors the executors that it works for
     * @param waitSeconds how long to wait for something
     */
    record Claiming(String worker, Proof proof, List<String> executors, int waitSeconds) {
        public Claiming {
            executors = List.copyOf(executors);
        }
    }

    /**
     * The call that a worker holds.
     *
     * @param claim what it was given when it fetched the call
     */
    record HeldWork(String run, String key, long fence, String claim) {}
}
