package dev.muster.store;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.shaded.jdbc.ConnectionSupplier;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import com.github.kagkarlsson.shaded.jdbc.ThreadLocalTransactionContextProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler's table through our database: what it writes is part of our transaction where there is one, and stands in line
 * with our other writers where there is none.
 */
final class TaskTable extends JdbcTaskRepository {
    private static final Logger LOG = Logger.getLogger(TaskTable.class);

    private final Database database;
    private final StoreClock clock;
    private Supplier<List<CurrentlyExecuting>> executing = List::of;
    private volatile @Nullable Supplier<List<TaskInstanceId>> only;
    private @Nullable Instant round;
    private Set<Beat> beaten = Set.of();
    private boolean failing;

    TaskTable(Database database, TaskResolver tasks, String name, StoreClock clock) {
        super(
                database.dialect().scheduling(),
                DEFAULT_TABLE_NAME,
                tasks,
                new SchedulerName.Fixed(name),
                new NoData(),
                new JdbcRunner(new OurConnections(database), new ThreadLocalTransactionContextProvider()),
                false,
                clock::instant);
        this.database = database;
        this.clock = clock;
    }

    private record Beat(String run, long version) {
        static Beat of(Execution execution) {
            return new Beat(execution.getId(), execution.version);
        }
    }

    /** Says whose heartbeats there are, so that one commit keeps them all. */
    void beatFor(Supplier<List<CurrentlyExecuting>> executing) {
        this.executing = executing;
    }

    @Override
    public boolean createIfNotExists(ScheduledTaskInstance instance) {
        return database.inTransaction(_ -> super.createIfNotExists(instance));
    }

    @Override
    public Optional<Execution> pick(Execution execution, Instant at) {
        return database.inTransaction(_ -> super.pick(execution, at));
    }

    @Override
    public void remove(Execution execution) {
        database.inTransaction(_ -> {
            super.remove(execution);
            return true;
        });
    }

    @Override
    public boolean reschedule(Execution execution, RescheduleUpdate update) {
        return database.inTransaction(_ -> super.reschedule(execution, update));
    }

    /** Lets only these come out of the queue: those of others stay due for whoever carries them out. */
    void only(Supplier<List<TaskInstanceId>> those) {
        only = those;
    }

    @Override
    public List<Execution> getDue(Instant now, int limit) {
        Supplier<List<TaskInstanceId>> those = only;
        return telling(() -> those == null ? super.getDue(now, limit) : due(those.get(), now));
    }

    private List<Execution> due(List<TaskInstanceId> those, Instant now) {
        return those.stream()
                .map(one -> getExecution(one).orElse(null))
                .filter(Objects::nonNull)
                .filter(one -> !one.picked && !one.executionTime.isAfter(now))
                .toList();
    }

    @Override
    public List<Execution> lockAndGetDue(Instant now, int limit) {
        Supplier<List<TaskInstanceId>> those = only;
        return telling(() -> those == null ? super.lockAndGetDue(now, limit) : picked(due(those.get(), now), now));
    }

    private List<Execution> picked(List<Execution> due, Instant now) {
        return due.stream().flatMap(one -> pick(one, now).stream()).toList();
    }

    /** db-scheduler says every second that it failed, with its whole stack: the beginning and the end of it are enough. */
    private <T> T telling(Supplier<T> work) {
        try {
            T done = work.get();
            if (failing) {
                failing = false;
                LOG.warn("The database can be used again.");
            }
            return done;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("The database cannot be used, and runs wait until it can: %s", root(e).getMessage());
            }
            throw e;
        }
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    /** Asked for every other heartbeat; as often the clock is set. */
    @Override
    public List<Execution> getDeadExecutions(Instant olderThan) {
        clock.read();
        return super.getDeadExecutions(olderThan);
    }

    /** Called for one after the other, each time with the round's time; the first of a round is the heartbeat of all. */
    @Override
    public boolean updateHeartbeatWithRetry(Execution execution, Instant at, int tries) {
        if (!at.equals(round)) {
            beaten = database.inTransaction(_ -> beatAll(at));
            round = at;
        }
        return beaten.contains(Beat.of(execution));
    }

    private Set<Beat> beatAll(Instant at) {
        Set<Beat> beats = new HashSet<>();
        for (CurrentlyExecuting one : executing.get()) {
            if (updateHeartbeat(one.getExecution(), at)) {
                beats.add(Beat.of(one.getExecution()));
            }
        }
        return beats;
    }

    /** Connections as db-scheduler wants them. */
    private record OurConnections(Database database) implements ConnectionSupplier {
        @Override
        public Connection getConnection() throws SQLException {
            Connection current = database.currentConnection();
            return current == null ? database.newConnection() : current;
        }

        @Override
        public boolean commitWhenAutocommitDisabled() {
            return false;
        }

        @Override
        public boolean isExternallyManagedConnection() {
            return database.currentConnection() != null;
        }
    }

    /** An execution says nothing but which run it is for. */
    private static final class NoData implements Serializer {
        @Override
        @SuppressWarnings("NullAway") // its own documentation: null where there is no data
        public byte[] serialize(@Nullable Object data) {
            if (data != null) {
                throw new IllegalArgumentException("Executions carry no data.");
            }
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
            return null;
        }
    }
}
