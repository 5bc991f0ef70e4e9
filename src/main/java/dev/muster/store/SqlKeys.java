package dev.muster.store;

import dev.muster.app.access.AccessRole;
import dev.muster.app.access.ApiKey;
import dev.muster.app.access.KeyStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** API keys as rows. */
@ApplicationScoped
class SqlKeys implements KeyStore {
    private static final String INSERT = """
            insert into api_keys (id, name, roles, hash, created_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String SELECT = "select id, name, roles, hash, created_at, revoked_at from api_keys";

    private final Database database;

    SqlKeys(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(ApiKey key) {
        String roles = key.roles().stream().map(AccessRole::word).sorted().collect(Collectors.joining(" "));
        return database.run(connection -> Statements.update(
                        connection,
                        INSERT,
                        key.id(),
                        key.name(),
                        roles,
                        key.hash(),
                        key.createdAt().toString()))
                == 1;
    }

    @Override
    public @Nullable ApiKey find(String id) {
        return database.run(connection -> Statements.first(connection, SELECT + " where id = ?", SqlKeys::key, id));
    }

    @Override
    public List<ApiKey> list() {
        return database.run(
                connection -> Statements.all(connection, SELECT + " order by created_at, id", SqlKeys::key));
    }

    @Override
    public void revoke(String id, Instant at) {
        String sql = "update api_keys set revoked_at = ? where id = ? and revoked_at is null";
        database.run(connection -> Statements.update(connection, sql, at.toString(), id));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        String revokedAt = row.getString("revoked_at");
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Arrays.stream(row.getString("roles").split(" "))
                        .map(AccessRole::of)
                        .collect(Collectors.toSet()),
                row.getString("hash"),
                Instant.parse(row.getString("created_at")),
                revokedAt == null ? null : Instant.parse(revokedAt));
    }
}
