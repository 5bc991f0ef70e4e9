package dev.muster.store;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.run.engine.LeaseLost;
import dev.muster.run.engine.RunQueue;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue of runs: one execution of db-scheduler for each that has not ended. */
final class DurableQueue implements RunQueue {
    private static final String TASK = "run";

    /** When nothing but a wake-up brings it on. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    /** Likewise, and it could go on: nobody has to read its events to see that. */
    private static final Instant LEFT = Instant.parse("9001-01-01T00:00:00Z");

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    /** One statement, so that a run which is put to rest at the same time is either not at rest yet or found. */
    private static final String WAKE = """
            update scheduled_tasks set execution_time = ?, version = version + 1
            where task_name = 'run' and task_instance = ? and picked = ? and execution_time > ?""";

    private final Database database;
    private final StoreClock clock;
    private final TaskTable table;
    private final TaskScheduler scheduler;
    private final String name;
    private @Nullable Carrier carrier;

    /** @param name nobody else's: it says whose an execution is, and begins with the number of the process */
    DurableQueue(Database database, StoreClock clock, String name) {
        this.database = database;
        this.clock = clock;
        this.name = name;
        CustomTask<Void> task = Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) -> operations.reschedule(complete, again(complete)))
                .onDeadExecution(this::takeOver)
                .execute(this::carry);
        TaskResolver tasks = new TaskResolver(new SchedulerListeners(List.of()), clock::instant, List.of(task));
        this.table = new TaskTable(database, tasks, name, clock);
        this.scheduler = new TaskScheduler(
                table,
                tasks,
                name,
                clock::instant,
                database.dialect().oneWriter()
                        ? PollingStrategyConfig.Type.FETCH
                        : PollingStrategyConfig.Type.LOCK_AND_FETCH);
    }

    @Override
    public void put(String runId) {
        table.createIfNotExists(new ScheduledTaskInstance(new TaskInstance<>(TASK, runId), clock.instant()));
        database.afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void wake(String runId) {
        Instant now = clock.instant();
        database.inTransaction(connection -> {
            try (PreparedStatement wake = connection.prepareStatement(WAKE)) {
                database.dialect().scheduling().setInstant(wake, 1, now);
                wake.setString(2, runId);
                wake.setBoolean(3, false);
                database.dialect().scheduling().setInstant(wake, 4, now);
                return wake.executeUpdate();
            }
        });
        database.afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public Standing standing(String runId) {
        return table.getExecution(TaskInstanceId.of(TASK, runId))
                .map(this::standing)
                .orElse(Standing.DUE);
    }

    private Standing standing(Execution execution) {
        if (execution.picked) {
            return isGone(execution) ? Standing.DUE : Standing.CARRIED;
        }
        if (!execution.executionTime.isAfter(clock.instant())) {
            return Standing.DUE;
        }
        return execution.executionTime.isBefore(LEFT) ? Standing.RESTING : Standing.LEFT;
    }

    /** Its process ended without a word, or was not heard of for so long that another would take over. */
    private boolean isGone(Execution execution) {
        Instant heard = execution.lastHeartbeat;
        boolean silent = heard != null && heard.plus(TaskScheduler.SILENCE).isBefore(clock.instant());
        return silent || database.dialect().oneWriter() && isGone(String.valueOf(execution.pickedBy));
    }

    @Override
    public void startFor(Supplier<Set<String>> own, Carrier carrier) {
        table.only(() ->
                own.get().stream().map(run -> TaskInstanceId.of(TASK, run)).toList());
        start(carrier);
    }

    @Override
    public void start(Carrier carrier) {
        this.carrier = carrier;
        clock.read();
        takeOverFromTheDead();
        scheduler.start();
    }

    /**
     * All who share a file are on one machine, so whose process is gone need not be waited for. A name begins with the
     * process's number; a number that is in use again is waited for all the same.
     */
    private void takeOverFromTheDead() {
        if (database.dialect().oneWriter()) {
            table.getScheduledExecutions(ScheduledExecutionsFilter.all().withPicked(true)).stream()
                    .filter(execution -> isGone(String.valueOf(execution.pickedBy)))
                    .forEach(this::revive);
        }
    }

    private boolean isGone(String owner) {
        String pid = owner.replaceFirst("-.*", "");
        boolean ours = pid.equals(Long.toString(ProcessHandle.current().pid())) && !owner.equals(name);
        return pid.matches("\\d{1,18}")
                && (ours || ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }

    @Override
    public void stop() {
        scheduler.pause();
        Objects.requireNonNull(carrier, "It was started.").stopAll();
        scheduler.stop();
    }

    private com.github.kagkarlsson.scheduler.task.CompletionHandler<Void> carry(
            TaskInstance<Void> instance, ExecutionContext context) {
        Objects.requireNonNull(carrier, "It was started.").carry(new TaskLease(context.getExecution()));
        return (_, _) -> {}; // handed back by the lease, in one transaction with the run's last events
    }

    /** A process that was not heard of for too long. Where that is this one, its clock has leapt: it is well. */
    private void takeOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        if (name.equals(execution.pickedBy) && isAtWork(execution)) {
            return;
        }
        revive(execution);
    }

    private void revive(Execution execution) {
        try {
            table.reschedule(
                    execution, RescheduleUpdate.toExecutionTime(clock.instant()).build());
            scheduler.triggerCheckForDueExecutions();
        } catch (ExecutionException _) {
            // Another process was faster.
        }
    }

    private boolean isAtWork(Execution execution) {
        return scheduler.getCurrentlyExecuting().stream()
                .anyMatch(one -> one.getExecution().getId().equals(execution.getId())
                        && one.getExecution().version == execution.version);
    }

    private Instant again(ExecutionComplete complete) {
        int failures = Math.min(complete.getExecution().consecutiveFailures, 10);
        Duration wait = Duration.ofSeconds(1L << failures);
        return clock.instant().plus(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF);
    }

    /** db-scheduler's version of a row is what a lease holds by. */
    private final class TaskLease implements Lease {
        private final Execution execution;

        TaskLease(Execution execution) {
            this.execution = execution;
        }

        @Override
        public String runId() {
            return execution.getId();
        }

        @Override
        public void rest(@Nullable Instant until) {
            Instant now = clock.instant();
            handBack(until == null ? NEVER : until, now);
            if (until != null && !until.isAfter(now)) {
                database.afterCommit(scheduler::triggerCheckForDueExecutions);
            }
        }

        @Override
        public void leave() {
            handBack(LEFT, clock.instant());
        }

        private void handBack(Instant next, Instant now) {
            handBack(() -> table.reschedule(
                    execution,
                    RescheduleUpdate.toExecutionTime(next)
                            .lastSuccess(now)
                            .consecutiveFailures(0)
                            .build()));
        }

        @Override
        public void end() {
            handBack(() -> table.remove(execution));
        }

        private void handBack(Runnable how) {
            try {
                how.run();
            } catch (ExecutionException _) {
                throw new LeaseLost(runId());
            }
        }
    }
}
