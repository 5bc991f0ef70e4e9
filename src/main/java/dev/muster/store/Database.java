package dev.muster.store;

import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database that everything is kept in. Nothing of it is touched before the first statement. A transaction belongs to the
 * thread that began it: whatever that thread does here meanwhile is part of it.
 */
final class Database {
    /** As SQLite's driver says that somebody else is writing. */
    private static final int BUSY = 5;

    private final DataSource connections;
    private final Dialect dialect;
    private final Schema schema;
    private final Trouble trouble;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();
    private volatile boolean open;
    private volatile @Nullable FailedWrite failedWrite;

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
        T result = remembered(() -> inLine(() -> transacted(work, afterCommit)));
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private record FailedWrite(Refusal told, long at) {}

    private <T extends @Nullable Object> T remembered(Supplier<T> write) {
        try {
            T result = write.get();
            failedWrite = null;
            return result;
        } catch (Refusal e) {
            if (isHindered(e.reason())) {
                failedWrite = new FailedWrite(e, System.nanoTime());
            }
            throw e;
        }
    }

    private static boolean isHindered(Reason reason) {
        return reason instanceof StoreReason.StoreOutOfReach || reason instanceof StoreReason.DatabaseOutOfReach;
    }

    /** Why a write failed that is not longer ago than that, where none was kept since; null where there is no such one. */
    @Nullable
    Refusal failedWrite(Duration notLongerAgo) {
        FailedWrite failed = failedWrite;
        return failed == null || System.nanoTime() - failed.at > notLongerAgo.toNanos() ? null : failed.told;
    }

    /** By itself, with no other writer of this process beside it, and not after a long wait for that. */
    <T extends @Nullable Object> T alone(Duration patience, Work<T> work) {
        open();
        try {
            if (dialect.oneWriter() && !writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw trouble.of(new SQLException("Another write has not ended for " + patience + ".", null, BUSY));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble.of(e);
        }
        try (Connection connection = connections.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw trouble.of(e);
        } finally {
            if (dialect.oneWriter()) {
                writing.unlock();
            }
        }
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
