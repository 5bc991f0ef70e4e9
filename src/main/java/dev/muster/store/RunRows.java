package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.muster.app.json.Json;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.Waiting;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunJson;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of runs are. */
final class RunRows {
    private static final TypeReference<Map<String, Assigned>> EXECUTORS = new TypeReference<>() {};

    private RunRows() {}

    static RunHead head(ResultSet row) throws SQLException {
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

    static RunBrief brief(String runId, ResultSet row) throws SQLException {
        try {
            return new RunBrief(
                    runId,
                    Json.read(row.getString("json")),
                    row.getString("plan_hash"),
                    RunMode.valueOf(row.getString("mode")),
                    row.getString("started_by"),
                    Json.mapper().readValue(row.getString("executors"), EXECUTORS),
                    row.getLong("seed"),
                    row.getString("workspace"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The run " + runId + " cannot be read as it is kept.", e);
        }
    }

    static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                row.getString("json"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    static Waiting.Asked asked(ResultSet row) throws SQLException {
        return new Waiting.Asked(
                row.getString("run_id"),
                row.getString("ask_id"),
                Instant.parse(row.getString("asked_at")),
                RunJson.read(row.getString("json")),
                subject(row.getString("subject")));
    }

    private static @Nullable Subject subject(@Nullable String json) {
        return json == null ? null : RunJson.subject(json);
    }
}
