package dev.muster.app.runs;

import dev.muster.app.ports.Telemetry;
import dev.muster.run.engine.Append;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.Waiting;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A log of runs that tells of events once they are kept. */
public final class WatchedRunLog implements RunLog {
    private static final Logger LOG = Logger.getLogger(WatchedRunLog.class);

    private final RunLog log;
    private final Telemetry telemetry;

    public WatchedRunLog(RunLog log, Telemetry telemetry) {
        this.log = log;
        this.telemetry = telemetry;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return log.inTransaction(work);
    }

    @Override
    public void afterCommit(Runnable what) {
        log.afterCommit(what);
    }

    @Override
    public Append.Result append(Append append) {
        Append.Result result = log.append(append);
        if (result == Append.Result.KEPT) {
            log.afterCommit(() -> tell(append));
        }
        return result;
    }

    private void tell(Append append) {
        try {
            if (!append.events().isEmpty()) {
                telemetry.kept(append.runId(), append.events());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "What happened in the run %s is kept, but not measured.", append.runId());
        }
    }

    @Override
    public InstantSource clock() {
        return log.clock();
    }

    @Override
    public void create(RunBrief brief, Instant now) {
        log.create(brief, now);
    }

    @Override
    public @Nullable RunHead head(String runId) {
        return log.head(runId);
    }

    @Override
    public RunBrief brief(String runId) {
        return log.brief(runId);
    }

    @Override
    public String planText(String runId) {
        return log.planText(runId);
    }

    @Override
    public List<Logged> events(String runId, long after, int limit) {
        return log.events(runId, after, limit);
    }

    @Override
    public long take(String runId) {
        return log.take(runId);
    }

    @Override
    public List<RunHead> list(int limit, @Nullable String before) {
        return log.list(limit, before);
    }

    @Override
    public List<Waiting.Asked> inbox(@Nullable String runId, int limit) {
        return log.inbox(runId, limit);
    }
}
