package dev.muster.store;

import dev.muster.app.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Whether the store can be written to. A full disk, a file that somebody has locked and a copy that can only be read are all read
 * as ever, so something is written: as good as nothing, and seldom.
 */
final class WriteProbe {
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What is written here is small and may fit where a plan does not, so a write that failed counts for a while. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int PATIENCE_SECONDS = 2;

    private final Database database;
    private long writtenAt;
    private boolean written;

    WriteProbe(Database database) {
        this.database = database;
    }

    /**
     * Looks.
     *
     * @throws Refusal where nothing can be written
     */
    synchronized void check() {
        Refusal failed = database.failedWrite(REMEMBERED);
        if (failed != null) {
            throw failed;
        }
        if (!written || System.nanoTime() - writtenAt > FRESH.toNanos()) {
            written = false;
            database.alone(Duration.ofSeconds(PATIENCE_SECONDS), connection -> touch(connection));
            writtenAt = System.nanoTime();
            written = true;
        }
    }

    private boolean touch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            return statement.execute(database.dialect().touch());
        }
    }
}
