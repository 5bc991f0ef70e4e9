package dev.muster.store;

import dev.muster.app.policies.PolicyStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Versions of packs as rows: each content once, however many versions have it. */
@ApplicationScoped
class SqlPolicies implements PolicyStore {
    private static final String INSERT_VERSION = """
            insert into policy_versions (pack, version, number, first_seen)
            select ?, ?, coalesce(max(number), 0) + 1, ? from policy_versions where pack = ?
            on conflict (pack, version) do nothing""";

    private static final String INSERT_FILE =
            "insert into policy_version_files (pack, version, path, hash) values (?, ?, ?, ?)";

    private static final String INSERT_CONTENT =
            "insert into policy_contents (hash, content) values (?, ?) on conflict (hash) do nothing";

    private static final String FIND_FILES = """
            select f.path, c.content from policy_version_files as f join policy_contents as c on c.hash = f.hash
            where f.pack = ? and f.version = ?""";

    private static final String LIST = """
            select v.version, v.number, v.first_seen, f.path, f.hash
            from policy_versions as v join policy_version_files as f on f.pack = v.pack and f.version = v.version
            where v.pack = ? order by v.number desc, f.path""";

    private static final String END_ROLLBACK = "delete from policy_rollbacks where pack = ?";

    private static final String INSERT_ROLLBACK =
            "insert into policy_rollbacks (pack, over_version, version, since) values (?, ?, ?, ?)";

    private static final String FIND_ROLLBACK =
            "select version from policy_rollbacks where pack = ? and over_version = ?";

    private final Database database;

    SqlPolicies(Database database) {
        this.database = database;
    }

    @Override
    public void keep(
            String pack, String version, Instant now, SortedMap<String, String> paths, Map<String, byte[]> contents) {
        database.inTransaction(connection -> {
            if (Statements.update(connection, INSERT_VERSION, pack, version, now.toString(), pack) == 0) {
                return 0;
            }
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                Statements.update(connection, INSERT_CONTENT, content.getKey(), content.getValue());
            }
            for (Map.Entry<String, String> file : paths.entrySet()) {
                Statements.update(connection, INSERT_FILE, pack, version, file.getKey(), file.getValue());
            }
            return paths.size();
        });
    }

    @Override
    public @Nullable SortedMap<String, byte[]> files(String pack, String version) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        database.run(connection -> Statements.all(
                        connection, FIND_FILES, row -> Map.entry(row.getString(1), row.getBytes(2)), pack, version))
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files.isEmpty() ? null : files;
    }

    @Override
    public List<Kept> versions(String pack) {
        Map<String, Kept> versions = new LinkedHashMap<>();
        database.run(connection -> Statements.all(connection, LIST, SqlPolicies::versionOfAFile, pack))
                .forEach(one -> versions.computeIfAbsent(one.version(), _ -> one)
                        .paths()
                        .putAll(one.paths()));
        return new ArrayList<>(versions.values());
    }

    private static Kept versionOfAFile(ResultSet row) throws SQLException {
        SortedMap<String, String> paths = new TreeMap<>();
        paths.put(row.getString("path"), row.getString("hash"));
        return new Kept(
                row.getString("version"), row.getInt("number"), Instant.parse(row.getString("first_seen")), paths);
    }

    @Override
    public void rollBack(String pack, String over, String version, Instant since) {
        database.inTransaction(connection -> {
            Statements.update(connection, END_ROLLBACK, pack);
            return Statements.update(connection, INSERT_ROLLBACK, pack, over, version, since.toString());
        });
    }

    @Override
    public void endRollback(String pack) {
        database.run(connection -> Statements.update(connection, END_ROLLBACK, pack));
    }

    @Override
    public @Nullable String rollback(String pack, String over) {
        return database.run(
                connection -> Statements.first(connection, FIND_ROLLBACK, row -> row.getString(1), pack, over));
    }
}
