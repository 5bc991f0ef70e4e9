package dev.muster.store;

import dev.muster.run.engine.Waiting;
import dev.muster.run.engine.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that workers fetch, as rows beside the runs. */
@ApplicationScoped
class SqlWork implements WorkTable {
    private static final String NEXT = """
            select run_id, call_key, worker from run_work where leased_until < ? and executor in (%s)
            order by queued_at, call_key limit 1""";

    private static final String CLAIM =
            "update run_work set worker = ?, fence = ?, leased_until = ? where call_key = ? and leased_until < ?";

    private static final String RENEW =
            "update run_work set leased_until = ? where call_key = ? and worker = ? and fence = ?";

    private final SqlRuns runs;

    SqlWork(SqlRuns runs) {
        this.runs = runs;
    }

    @Override
    public Waiting.@Nullable Open next(List<String> executors, Instant now) {
        if (executors.isEmpty()) {
            return null;
        }
        String sql = NEXT.formatted(String.join(", ", Collections.nCopies(executors.size(), "?")));
        List<Object> values = new ArrayList<>(List.of(now.toEpochMilli()));
        values.addAll(executors);
        return runs.read(connection -> Statements.first(
                connection,
                sql,
                row -> new Waiting.Open(row.getString(1), row.getString(2), row.getString(3) != null),
                values.toArray()));
    }

    @Override
    public boolean claim(String key, String worker, long fence, Instant now, Instant until) {
        long from = now.toEpochMilli();
        return runs.transacted(connection ->
                Statements.update(connection, CLAIM, worker, fence, until.toEpochMilli(), key, from) == 1);
    }

    @Override
    public boolean renew(String key, String worker, long fence, Instant until) {
        return runs.transacted(
                connection -> Statements.update(connection, RENEW, until.toEpochMilli(), key, worker, fence) == 1);
    }
}
