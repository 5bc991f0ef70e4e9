package dev.muster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database that everything is kept in. Nothing of it is touched before the first statement. A transaction belongs to the
 * thread that began it: whatever that thread does here meanwhile is part of it.
 */
final class Database {
    private final DataSource connections;
    private final Dialect dialect;
    private final Schema schema;
    private final Trouble trouble;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();
    private volatile boolean open;

    Database(DataSource connections, Dialect dialect, Schema schema, Trouble trouble) {
        this.connections = connections;
        this.dialect = dialect;
        this.schema = schema;
        this.trouble = trouble;
    }

    /** What is done with a connection. */
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /** Brings the tables up to date. */
    interface Schema {
        void migrate();
    }

    /** What is thrown for what a database says. */
    interface Trouble {
        RuntimeException of(Exception cause);
    }

    private record Transaction(Connection connection, List<Runnable> afterCommit) {}

    Dialect dialect() {
        return dialect;
    }

    /** What is thrown for what the database said to others who use its connections. */
    RuntimeException trouble(Exception cause) {
        return trouble.of(cause);
    }

    void open() {
        if (open) {
            return;
        }
        synchronized (this) {
            if (!open) {
                schema.migrate();
                open = true;
            }
        }
    }

    /** In this thread's transaction, else each statement by itself. */
    <T extends @Nullable Object> T run(Work<T> work) {
        Transaction transaction = current.get();
        try {
            if (transaction != null) {
                return work.with(transaction.connection);
            }
            open();
            try (Connection connection = connections.getConnection()) {
                return work.with(connection);
            }
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    /** Work of which all or nothing is kept; part of this thread's transaction where there is one. */
    <T extends @Nullable Object> T inTransaction(Work<T> work) {
        if (current.get() != null) {
            return run(work);
        }
        open();
        List<Runnable> afterCommit = new ArrayList<>();
        T result = inLine(() -> transacted(work, afterCommit));
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /** To be done once this thread's transaction is kept, and not at all where it is not; at once where there is none. */
    void afterCommit(Runnable action) {
        Transaction transaction = current.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterCommit.add(action);
        }
    }

    /** The connection of this thread's transaction, or null where there is none. */
    @Nullable
    Connection currentConnection() {
        Transaction transaction = current.get();
        return transaction == null ? null : transaction.connection;
    }

    Connection newConnection() throws SQLException {
        open();
        return connections.getConnection();
    }

    private interface Transacted<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private <T extends @Nullable Object> T inLine(Transacted<T> transacted) {
        if (dialect.oneWriter()) {
            writing.lock();
        }
        try {
            return transacted.run();
        } catch (SQLException e) {
            throw trouble.of(e);
        } finally {
            if (dialect.oneWriter()) {
                writing.unlock();
            }
        }
    }

    /** Both drivers commit when automatic commits are switched on again: one round trip, and SQLite begins no further one. */
    private <T extends @Nullable Object> T transacted(Work<T> work, List<Runnable> afterCommit) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            boolean kept = false;
            connection.setAutoCommit(false);
            current.set(new Transaction(connection, afterCommit));
            try {
                T result = work.with(connection);
                connection.setAutoCommit(true);
                kept = true;
                return result;
            } finally {
                current.remove();
                if (!kept) {
                    rollBack(connection);
                }
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                rollBackFailedCommit(connection);
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException _) {
            // The transaction or the connection is gone already; why the work failed is what counts.
        }
    }

    /** After a commit that failed SQLite's driver takes itself for out of the transaction, which it is not. */
    private static void rollBackFailedCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        }
    }
}
