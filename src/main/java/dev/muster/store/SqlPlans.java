package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as rows: what lists show in columns, the plan itself as its JSON. */
@ApplicationScoped
class SqlPlans implements PlanStore {
    private static final String INSERT = """
            insert into plans (id, version, created_at, status, pack, pack_version, ref, title, json)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FIND = "select json from plans where id = ? order by version desc limit 1";

    private static final String LIST = """
            select id, version, created_at, status, pack, pack_version, ref, title from plans as p
            where version = (select max(version) from plans where id = p.id) and (? is null or id < ?)
            order by id desc limit ?""";

    private final Database database;

    SqlPlans(Database database) {
        this.database = database;
    }

    @Override
    public void open() {
        database.open();
    }

    @Override
    public void save(Plan plan) {
        try {
            insert(plan);
        } catch (Refusal e) {
            // Two that answered the same version of a plan: the next one can only be made once.
            throw e.reason() instanceof StoreReason.ChangedMeanwhile
                    ? new Refusal(new StoreReason.ChangedMeanwhile("The plan \"" + plan.id() + "\""), e)
                    : e;
        }
    }

    private void insert(Plan plan) {
        PlanSummary summary = PlanSummary.of(plan);
        database.inTransaction(connection -> Statements.update(
                connection,
                INSERT,
                summary.id(),
                summary.version(),
                summary.createdAt().toString(),
                summary.status().name(),
                summary.pack(),
                summary.packVersion(),
                summary.ref(),
                summary.title(),
                Json.line(plan)));
    }

    @Override
    public @Nullable String json(String id) {
        return database.run(connection -> Statements.first(connection, FIND, row -> row.getString(1), id));
    }

    @Override
    public @Nullable Plan find(String id) {
        String json = json(id);
        try {
            return json == null ? null : Json.read(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The stored plan " + id + " cannot be read.", e);
        }
    }

    @Override
    public List<PlanSummary> list(int limit, @Nullable String before) {
        return database.run(connection -> Statements.all(connection, LIST, SqlPlans::summary, before, before, limit));
    }

    private static PlanSummary summary(ResultSet row) throws SQLException {
        return new PlanSummary(
                row.getString("id"),
                row.getInt("version"),
                Instant.parse(row.getString("created_at")),
                Plan.Status.valueOf(row.getString("status")),
                row.getString("pack"),
                row.getString("pack_version"),
                row.getString("ref"),
                row.getString("title"));
    }
}
