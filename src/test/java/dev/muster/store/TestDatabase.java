package dev.muster.store;

import dev.muster.app.refusal.StoreReason;
import dev.muster.plan.Plan;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.engine.DurableEngine;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.Workplace;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** A database as the program has it, without the program. */
public final class TestDatabase implements AutoCloseable {
    private final String url;
    private final AgroalDataSource connections;
    private final Database database;

    private TestDatabase(String url, Dialect dialect, int most) {
        this.url = url;
        this.connections = connections(url, most);
        Database.Trouble trouble =
                e -> SqlTrouble.of(e, (why, obstacle) -> new StoreReason.DatabaseOutOfReach(url, why, obstacle));
        Schema tables = new Schema(connections, () -> Migrations.of(connections));
        this.database = new Database(connections, dialect, () -> tables.migrate(trouble), trouble);
    }

    /** At an address: either of the two. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url, url.startsWith("jdbc:sqlite:") ? Dialect.SQLITE : Dialect.POSTGRESQL, 8);
    }

    /** A file through one connection, so that what is said to it holds for all that is done. */
    public static TestDatabase narrow(String url) {
        return new TestDatabase(url, Dialect.SQLITE, 1);
    }

    /** Says something to the database, and returns the number that it answers. */
    public long say(String sql) {
        return database.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    /** Makes a table unreadable: whoever needs it fails. */
    public void lose(String table) {
        database.inTransaction(
                connection -> Statements.update(connection, "alter table " + table + " rename to lost_" + table));
    }

    /** As if all that people are asked had been asked by a version that did not keep what it is about. */
    public void forgetSubjects() {
        database.inTransaction(connection -> Statements.update(connection, "update run_asks set subject = null"));
    }

    /** The address of a file as the program opens it. */
    public static String fileIn(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("muster.db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE&foreign_keys=true";
    }

    public RunLog runs() {
        return new SqlRuns(database, clock());
    }

    public void save(Plan plan) {
        new SqlPlans(database).save(plan);
    }

    /** An engine as the program has it, not open yet. */
    public DurableEngine engine(String name, Workplace workplace, InstantSource itsTime) {
        StoreClock clock = new StoreClock(database, itsTime);
        SqlRuns runs = new SqlRuns(database, clock);
        return new DurableEngine(
                runs,
                new DurableQueue(database, clock, name),
                new SqlWork(runs),
                new Deciding(new PlannedDecisions()),
                workplace,
                clock);
    }

    /** The same, as another process sees it. */
    public TestDatabase elsewhere() {
        return at(url);
    }

    /** The same on a server, as a process of a name sees it. */
    public TestDatabase elsewhere(String application) {
        return at(url + "&ApplicationName=" + application);
    }

    StoreClock clock() {
        return new StoreClock(database, Clock.systemUTC());
    }

    Database database() {
        return database;
    }

    private static AgroalDataSource connections(String url, int most) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> {
                        pool.maxSize(most)
                                .acquisitionTimeout(Duration.ofSeconds(10))
                                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url));
                        if (url.startsWith("jdbc:postgresql:")) {
                            pool.exceptionSorter(new PostgreSQLExceptionSorter())
                                    .connectionFactoryConfiguration()
                                    .jdbcProperty("options", "-c idle_in_transaction_session_timeout=5000")
                                    .jdbcProperty("socketTimeout", "30");
                        }
                        return pool;
                    }));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
