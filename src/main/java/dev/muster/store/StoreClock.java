package dev.muster.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The time of those who share a database: the server's, so that leases of one are what they are to another however far their
 * clocks are apart. In a file there is but one machine's time.
 */
final class StoreClock implements InstantSource {
    private final Database database;
    private final InstantSource local;
    private volatile @Nullable Reading reading;

    StoreClock(Database database, InstantSource local) {
        this.database = database;
        this.local = local;
    }

    /** What the server's clock said, and when that was on the one clock here that nobody sets. */
    private record Reading(Instant time, long nanos) {
        Instant now() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    @Override
    public Instant instant() {
        if (reading == null) {
            read(); // whoever asks for it first: a command that only answers starts no queue
        }
        Reading last = reading;
        return last == null ? local.instant() : last.now();
    }

    /** Reads the server's clock. */
    void read() {
        if (database.dialect() == Dialect.POSTGRESQL) {
            reading = database.run(StoreClock::read);
        }
    }

    private static Reading read(Connection connection) throws SQLException {
        long before = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant time = row.getObject(1, OffsetDateTime.class).toInstant();
            return new Reading(time, before + (System.nanoTime() - before) / 2);
        }
    }
}
