package dev.muster.store;

import dev.muster.run.engine.Append;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.Waiting;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** Appends events to a run, and writes what follows for those who wait elsewhere. */
final class Appending {
    private static final String ADVANCE =
            "update runs set last_seq = ?, last_hash = ?, status = ?, updated_at = ? where id = ? and last_seq = ?";

    private static final String INSERT_EVENT =
            "insert into run_events (run_id, seq, at, json, prev_hash, hash) values (?, ?, ?, ?, ?, ?)";

    private static final String INSERT_ASK =
            "insert into run_asks (run_id, ask_id, seq, asked_at, json, subject) values (?, ?, ?, ?, ?, ?)";

    private static final String RESTATE_ASK = "update run_asks set subject = ? where run_id = ? and ask_id = ?";

    private static final String INSERT_WORK = """
            insert into run_work (call_key, run_id, executor, agent, queued_at, fence, worker, leased_until)
            values (?, ?, ?, ?, ?, ?, null, 0)""";

    private Appending() {}

    /** Within a transaction. */
    static Append.Result append(Connection connection, Append append) throws SQLException {
        if (advance(connection, append) == 0) {
            return whyNot(connection, append);
        }
        insertEvents(connection, append);
        change(connection, append);
        return Append.Result.KEPT;
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
        RunHead head = Statements.first(connection, SqlRuns.HEAD + " where id = ?", RunRows::head, append.runId());
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
        Waiting.WorkListChanges changes = append.changes();
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
                    RunJson.write(asked.asked()),
                    RunJson.line(Objects.requireNonNull(asked.subject())));
        }
        for (Waiting.Asked asked : changes.restated()) {
            Statements.update(
                    connection,
                    RESTATE_ASK,
                    RunJson.line(Objects.requireNonNull(asked.subject())),
                    append.runId(),
                    asked.id());
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
}
