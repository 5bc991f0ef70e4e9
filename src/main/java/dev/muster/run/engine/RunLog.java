package dev.muster.run.engine;

import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps runs. Whatever goes wrong with what keeps them is a {@link StoreFailure}. */
public interface RunLog {
    /** The time of all who share these runs. */
    InstantSource clock();

    /** Work of which all or nothing is kept, that of the {@link RunQueue} and the {@link WorkTable} included. */
    <T extends @Nullable Object> T inTransaction(Supplier<T> work);

    /** Does something once what this thread's transaction wrote is kept: never where it is not, and at once where there is none. */
    void afterCommit(Runnable what);

    /** A new run, without events. Its plan has to be kept already. */
    void create(RunBrief brief, Instant now);

    @Nullable
    RunHead head(String runId);

    RunBrief brief(String runId);

    /** The run's plan as the very text that is kept. */
    String planText(String runId);

    /** Events in their order, at most so many after one of them. */
    List<Logged> events(String runId, long after, int limit);

    /** Raises the fence, so that whoever had the run before can append no more. */
    long take(String runId);

    Append.Result append(Append append);

    /** At most so many runs older than one, newest first. */
    List<RunHead> list(int limit, @Nullable String before);

    /** What people are waited for, longest waiting first; of one run where one is named. */
    List<Waiting.Asked> inbox(@Nullable String runId, int limit);
}
