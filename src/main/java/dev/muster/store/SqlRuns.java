package dev.muster.store;

import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.run.engine.Append;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.StoreFailure;
import dev.muster.run.engine.Waiting;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs as rows: the events, and beside them what can be asked without reading those. */
@ApplicationScoped
class SqlRuns implements RunLog {
    private static final String CREATE = """
            insert into runs (id, plan_id, plan_version, plan_hash, pack, title, mode, status, started_by, executors, seed, workspace,
              created_at, updated_at, fence, last_seq, last_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""";

    static final String HEAD = """
            select id, plan_id, plan_version, pack, title, mode, status, started_by, created_at, updated_at, fence, last_seq,
              last_hash from runs""";

    private static final String BRIEF = """
            select p.json, r.plan_hash, r.mode, r.started_by, r.executors, r.seed, r.workspace
            from runs as r join plans as p on p.id = r.plan_id and p.version = r.plan_version where r.id = ?""";

    private static final String EVENTS =
            "select seq, at, json, prev_hash, hash from run_events where run_id = ? and seq > ? order by seq limit ?";

    private static final String TAKE = "update runs set fence = fence + 1 where id = ? returning fence";

    private final Database database;
    private final StoreClock clock;

    SqlRuns(Database database, StoreClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return kept(() -> database.inTransaction(_ -> work.get()));
    }

    @Override
    public void afterCommit(Runnable what) {
        database.afterCommit(what);
    }

    @Override
    public void create(RunBrief brief, Instant now) {
        Plan plan = brief.plan();
        Chain end = Chain.of(brief.runId());
        transacted(connection -> Statements.update(
                connection,
                CREATE,
                brief.runId(),
                plan.id(),
                plan.version(),
                brief.planHash(),
                plan.pack().name(),
                PlanSummary.of(plan).title(),
                brief.mode().name(),
                RunStatus.RUNNING.name(),
                brief.startedBy(),
                Json.line(brief.executors()),
                brief.seed(),
                brief.workspace(),
                now.toString(),
                now.toString(),
                end.seq(),
                end.hash()));
    }

    @Override
    public @Nullable RunHead head(String runId) {
        return read(connection -> Statements.first(connection, HEAD + " where id = ?", RunRows::head, runId));
    }

    @Override
    public RunBrief brief(String runId) {
        RunBrief brief =
                read(connection -> Statements.first(connection, BRIEF, row -> RunRows.brief(runId, row), runId));
        if (brief == null) {
            throw new IllegalArgumentException("There is no run " + runId + ".");
        }
        return brief;
    }

    @Override
    public String planText(String runId) {
        String text = read(connection -> Statements.first(connection, BRIEF, row -> row.getString("json"), runId));
        if (text == null) {
            throw new IllegalArgumentException("There is no run " + runId + ".");
        }
        return text;
    }

    @Override
    public List<Logged> events(String runId, long after, int limit) {
        return read(connection -> Statements.all(connection, EVENTS, RunRows::logged, runId, after, limit));
    }

    @Override
    public long take(String runId) {
        Long fence = transacted(connection -> Statements.first(connection, TAKE, row -> row.getLong(1), runId));
        if (fence == null) {
            throw new IllegalArgumentException("There is no run " + runId + ".");
        }
        return fence;
    }

    @Override
    public Append.Result append(Append append) {
        return transacted(connection -> Appending.append(connection, append));
    }

    @Override
    public List<RunHead> list(int limit, @Nullable String before) {
        return read(connection -> Statements.all(
                connection,
                HEAD + " where (? is null or id < ?) order by id desc limit ?",
                RunRows::head,
                before,
                before,
                limit));
    }

    @Override
    public List<Waiting.Asked> inbox(@Nullable String runId, int limit) {
        String sql = "select run_id, ask_id, asked_at, json, subject from run_asks where (? is null or run_id = ?)"
                + " order by asked_at, run_id, seq limit ?";
        return read(connection -> Statements.all(connection, sql, RunRows::asked, runId, runId, limit));
    }

    <T extends @Nullable Object> T read(Database.Work<T> work) {
        return kept(() -> database.run(work));
    }

    <T extends @Nullable Object> T transacted(Database.Work<T> work) {
        return kept(() -> database.inTransaction(work));
    }

    private <T extends @Nullable Object> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal e) {
            throw new StoreFailure(e.reason().found(), e);
        } catch (SQLRuntimeException e) {
            RuntimeException told = database.trouble(e.getCause() instanceof SQLException cause ? cause : e);
            throw new StoreFailure(String.valueOf(told.getMessage()), told);
        }
    }
}
