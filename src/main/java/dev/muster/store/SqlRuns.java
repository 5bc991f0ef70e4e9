package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.muster.app.PlanJson;
import dev.muster.app.PlanSummary;
import dev.muster.app.Refusal;
import dev.muster.plan.Plan;
import dev.muster.run.Assigned;
import dev.muster.run.Chain;
import dev.muster.run.Logged;
import dev.muster.run.RunBrief;
import dev.muster.run.RunJson;
import dev.muster.run.RunMode;
import dev.muster.run.RunStatus;
import dev.muster.run.engine.Append;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.StoreFailure;
import dev.muster.run.engine.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs as rows: the events, and beside them what can be asked without reading those. */
@ApplicationScoped
class SqlRuns implements RunLog {
    private static final String CREATE = """
            insert into runs (id, plan_id, plan_version, plan_hash, pack, title, mode, status, started_by, executors, seed, workspace,
              created_at, updated_at, fence, last_seq, last_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""";

    private static final String HEAD = """
            select id, plan_id, plan_version, pack, title, mode, status, started_by, created_at, updated_at, fence, last_seq,
              last_hash from runs""";

    private static final String BRIEF = """
            select p.json, r.plan_hash, r.mode, r.started_by, r.executors, r.seed, r.workspace
            from runs as r join plans as p on p.id = r.plan_id and p.version = r.plan_version where r.id = ?""";

    private static final String EVENTS =
            "select seq, at, json, prev_hash, hash from run_events where run_id = ? and seq > ? order by seq limit ?";

    private static final String TAKE = "update runs set fence = fence + 1 where id = ? returning fence";

    private static final String ADVANCE =
            "update runs set last_seq = ?, last_hash = ?, status = ?, updated_at = ? where id = ? and last_seq = ?";

    private static final String INSERT_EVENT =
            "insert into run_events (run_id, seq, at, json, prev_hash, hash) values (?, ?, ?, ?, ?, ?)";

    private static final String INSERT_ASK =
            "insert into run_asks (run_id, ask_id, seq, asked_at, json) values (?, ?, ?, ?, ?)";

    private static final String INSERT_WORK = """
            insert into run_work (call_key, run_id, executor, agent, queued_at, fence, worker, leased_until)
            values (?, ?, ?, ?, ?, ?, null, 0)""";

    private static final TypeReference<Map<String, Assigned>> EXECUTORS = new TypeReference<>() {};

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
                PlanJson.line(brief.executors()),
                brief.seed(),
                brief.workspace(),
                now.toString(),
                now.toString(),
                end.seq(),
                end.hash()));
    }

    @Override
    public @Nullable RunHead head(String runId) {
        return read(connection -> Statements.first(connection, HEAD + " where id = ?", SqlRuns::head, runId));
    }

    @Override
    public RunBrief brief(String runId) {
        RunBrief brief = read(connection -> Statements.first(connection, BRIEF, row -> brief(runId, row), runId));
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
        return read(connection -> Statements.all(connection, EVENTS, SqlRuns::logged, runId, after, limit));
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
        return transacted(connection -> {
            if (advance(connection, append) == 0) {
                return whyNot(connection, append);
            }
            insertEvents(connection, append);
            change(connection, append);
            return Append.Result.KEPT;
        });
    }

    @Override
    public List<RunHead> list(int limit, @Nullable String before) {
        return read(connection -> Statements.all(
                connection,
                HEAD + " where (? is null or id < ?) order by id desc limit ?",
                SqlRuns::head,
                before,
                before,
                limit));
    }

    @Override
    public List<Waiting.Asked> inbox(@Nullable String runId, int limit) {
        String sql = "select run_id, ask_id, asked_at, json from run_asks where (? is null or run_id = ?)"
                + " order by asked_at, run_id, seq limit ?";
        return read(connection -> Statements.all(connection, sql, SqlRuns::asked, runId, runId, limit));
    }

    private static int advance(Connection connection, Append append) throws SQLException {
        Chain end = append.end();
        String at = append.at().toString();
        Long fence = append.fence();
        String status = append.status().name();
        long from = append.from().seq();
        return fence == null
                ? Statements.update(connection, ADVANCE, end.seq(), end.hash(), status, at, append.runId(), from)
                : Statements.update(
                        connection,
                        ADVANCE + " and fence = ?",
                        end.seq(),
                        end.hash(),
                        status,
                        at,
                        append.runId(),
                        from,
                        fence);
    }

    private static Append.Result whyNot(Connection connection, Append append) throws SQLException {
        RunHead head = Statements.first(connection, HEAD + " where id = ?", SqlRuns::head, append.runId());
        if (head == null) {
            throw new IllegalArgumentException("There is no run " + append.runId() + ".");
        }
        Long fence = append.fence();
        return fence != null && fence != head.fence() ? Append.Result.LOST : Append.Result.BEHIND;
    }

    private static void insertEvents(Connection connection, Append append) throws SQLException {
        if (append.events().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (Logged event : append.events()) {
                Statements.set(
                        insert,
                        append.runId(),
                        event.seq(),
                        event.at().toString(),
                        event.json(),
                        event.prevHash(),
                        event.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void change(Connection connection, Append append) throws SQLException {
        Waiting.Changes changes = append.changes();
        for (String id : changes.answered()) {
            Statements.update(connection, "delete from run_asks where run_id = ? and ask_id = ?", append.runId(), id);
        }
        for (Waiting.Asked asked : changes.asked()) {
            String since = asked.since().toString();
            Statements.update(
                    connection,
                    INSERT_ASK,
                    append.runId(),
                    asked.id(),
                    append.end().seq(),
                    since,
                    RunJson.write(asked.asked()));
        }
        for (String key : changes.finished()) {
            Statements.update(connection, "delete from run_work where call_key = ?", key);
        }
        for (Waiting.Queued queued : changes.queued()) {
            long at = append.at().toEpochMilli();
            Statements.update(
                    connection,
                    INSERT_WORK,
                    queued.key(),
                    append.runId(),
                    queued.executor(),
                    queued.agent(),
                    at,
                    queued.fence());
        }
    }

    private static RunHead head(ResultSet row) throws SQLException {
        return new RunHead(
                row.getString("id"),
                row.getString("plan_id"),
                row.getInt("plan_version"),
                row.getString("pack"),
                row.getString("title"),
                RunMode.valueOf(row.getString("mode")),
                RunStatus.valueOf(row.getString("status")),
                row.getString("started_by"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                row.getLong("fence"),
                new Chain(row.getLong("last_seq"), row.getString("last_hash")));
    }

    private static RunBrief brief(String runId, ResultSet row) throws SQLException {
        try {
            return new RunBrief(
                    runId,
                    PlanJson.read(row.getString("json")),
                    row.getString("plan_hash"),
                    RunMode.valueOf(row.getString("mode")),
                    row.getString("started_by"),
                    PlanJson.mapper().readValue(row.getString("executors"), EXECUTORS),
                    row.getLong("seed"),
                    row.getString("workspace"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The run " + runId + " cannot be read as it is kept.", e);
        }
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                row.getString("json"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    private static Waiting.Asked asked(ResultSet row) throws SQLException {
        return new Waiting.Asked(
                row.getString("run_id"),
                row.getString("ask_id"),
                Instant.parse(row.getString("asked_at")),
                RunJson.read(row.getString("json")));
    }

    <T extends @Nullable Object> T read(Database.Work<T> work) {
        return kept(() -> database.run(work));
    }

    <T extends @Nullable Object> T transacted(Database.Work<T> work) {
        return kept(() -> database.inTransaction(work));
    }

    private static <T extends @Nullable Object> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal e) {
            throw new StoreFailure(e.reason().found(), e);
        } catch (SQLRuntimeException e) {
            throw new StoreFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
