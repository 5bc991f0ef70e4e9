package dev.muster.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, as Flyway brings them up to date. It is not asked where they are: it takes as long for that as a plan does. */
record Schema(DataSource connections, Supplier<Flyway> migrations) {
    /** How SQL states begin where nobody answers. */
    private static final String NO_CONNECTION = "08";

    /** Brings them up to date if they are not. */
    void migrate(Database.Trouble trouble) {
        if (areCurrent(trouble)) {
            return;
        }
        try {
            migrations.get().migrate();
        } catch (FlywayException e) {
            throw trouble.of(e);
        }
    }

    /** False too where they are not there yet, or cannot be read; then Flyway says why. */
    private boolean areCurrent(Database.Trouble trouble) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
            return newest.next() && Migrations.newest().equals(newest.getString(1)) && newest.getBoolean(2);
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(NO_CONNECTION)) {
                throw trouble.of(e);
            }
            return false;
        }
    }
}
