package dev.muster.store;

import dev.muster.app.config.DataFolder;
import dev.muster.app.ports.StoreState;
import dev.muster.app.refusal.StoreReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;

/** Counts rows. */
@ApplicationScoped
class SqlState implements StoreState {
    private static final String BACKLOG = """
            select
              (select count(*) from scheduled_tasks where picked = ? and execution_time <= ?),
              (select count(*) from scheduled_tasks where picked = ?),
              (select count(*) from scheduled_tasks where picked = ? and execution_time > ?),
              (select count(*) from run_asks),
              (select count(*) from run_work)""";

    private final Database database;
    private final StoreClock clock;
    private final DataFolder folder;
    private final WriteProbe probe;

    SqlState(Database database, StoreClock clock, DataFolder folder) {
        this.database = database;
        this.clock = clock;
        this.folder = folder;
        this.probe = new WriteProbe(database);
    }

    /** A file that is gone can be read and written as long as it is open; what is written then is lost. */
    @Override
    public void reach() {
        database.run(
                connection -> Statements.first(connection, "select count(*) from api_keys", row -> row.getLong(1)));
        if (database.dialect().oneWriter() && !Files.isRegularFile(folder.path().resolve("muster.db"))) {
            throw folder.outOfReach("muster.db is gone from the folder.", StoreReason.Obstacle.GONE, null);
        }
        probe.check();
    }

    @Override
    public Backlog backlog() {
        return backlog(database, clock.instant());
    }

    static Backlog backlog(Database database, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BACKLOG)) {
                statement.setBoolean(1, false);
                database.dialect().scheduling().setInstant(statement, 2, now);
                statement.setBoolean(3, true);
                statement.setBoolean(4, false);
                database.dialect().scheduling().setInstant(statement, 5, now);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Backlog(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
                }
            }
        });
    }
}
