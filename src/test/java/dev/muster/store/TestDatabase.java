package dev.muster.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** A database as the program has it, without the program. */
public final class TestDatabase implements AutoCloseable {
    private final AgroalDataSource connections;
    private final Database database;

    private TestDatabase(String url, Dialect dialect) {
        this.connections = connections(url);
        this.database = new Database(
                connections,
                dialect,
                () -> Flyway.configure()
                        .dataSource(connections)
                        .locations("db/migration")
                        .load()
                        .migrate(),
                e -> new IllegalStateException(e));
    }

    /** At an address: either of the two. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url, url.startsWith("jdbc:sqlite:") ? Dialect.SQLITE : Dialect.POSTGRESQL);
    }

    /** The address of a file as the program opens it. */
    public static String fileIn(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("muster.db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE&foreign_keys=true";
    }

    Database database() {
        return database;
    }

    private static AgroalDataSource connections(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(8)
                            .acquisitionTimeout(Duration.ofSeconds(10))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
