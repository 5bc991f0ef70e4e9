package dev.muster.store;

import dev.muster.app.DataFolder;
import dev.muster.app.HeldFile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The database of a data folder. Nothing of it is touched before the first statement. */
@ApplicationScoped
class PlanDatabase {
    private final AgroalDataSource connections;
    private final Flyway migrations;
    private final DataFolder folder;
    private boolean open;

    PlanDatabase(
            @DataSource("sqlite") AgroalDataSource connections,
            @FlywayDataSource("sqlite") Flyway migrations,
            DataFolder folder) {
        this.connections = connections;
        this.migrations = migrations;
        this.folder = folder;
    }

    /** What is done with a connection. */
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    <T extends @Nullable Object> T run(Work<T> work) {
        open();
        try (Connection connection = connections.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw folder.outOfReach(String.valueOf(e.getMessage()), e);
        }
    }

    /** Work of which all or nothing is kept. */
    <T extends @Nullable Object> T inTransaction(Work<T> work) {
        return run(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /** Brings the schema up to date, one process at a time: SQLite has no lock that Flyway could hold meanwhile. */
    synchronized void open() {
        if (open) {
            return;
        }
        Path path = folder.writable();
        try (HeldFile _ = HeldFile.waitFor(path.resolve("migration.lock"))) {
            NativeLibrary.unpackTo(path);
            migrations.migrate();
            open = true;
        } catch (FlywayException e) {
            throw folder.outOfReach(String.valueOf(e.getMessage()), e);
        }
    }
}
