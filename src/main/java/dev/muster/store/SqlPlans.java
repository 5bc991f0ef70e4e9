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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, summary.id());
                insert.setInt(2, summary.version());
                insert.setString(3, summary.createdAt().toString());
                insert.setString(4, summary.status().name());
                insert.setString(5, summary.pack());
                insert.setString(6, summary.packVersion());
                insert.setString(7, summary.ref());
                insert.setString(8, summary.title());
                insert.setString(9, Json.line(plan));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public @Nullable String json(String id) {
        return database.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, id);
                ResultSet found = find.executeQuery();
                return found.next() ? found.getString(1) : null;
            }
        });
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
        return database.run(connection -> {
            try (PreparedStatement list = connection.prepareStatement(LIST)) {
                list.setString(1, before);
                list.setString(2, before);
                list.setInt(3, limit);
                return summaries(list.executeQuery());
            }
        });
    }

    private static List<PlanSummary> summaries(ResultSet rows) throws SQLException {
        List<PlanSummary> summaries = new ArrayList<>();
        while (rows.next()) {
            summaries.add(new PlanSummary(
                    rows.getString("id"),
                    rows.getInt("version"),
                    Instant.parse(rows.getString("created_at")),
                    Plan.Status.valueOf(rows.getString("status")),
                    rows.getString("pack"),
                    rows.getString("pack_version"),
                    rows.getString("ref"),
                    rows.getString("title")));
        }
        return summaries;
    }
}
