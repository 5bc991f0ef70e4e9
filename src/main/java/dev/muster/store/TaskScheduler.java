package dev.muster.store;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** db-scheduler as runs need it: what is lost is found within five seconds, and waiting costs next to nothing. */
final class TaskScheduler extends Scheduler {
    /** Beyond so many runs at work in one process the others wait. */
    private static final int MOST_AT_WORK = 1000;

    private static final Duration POLLING = Duration.ofSeconds(1);

    /** Four beats missed are 3 s, and it is looked every other beat: 4.5 s at the most. */
    private static final Duration HEARTBEAT = Duration.ofMillis(750);

    private static final int MISSED_HEARTBEATS = 4;

    /** After so long without a heartbeat a run is taken over. */
    static final Duration SILENCE = HEARTBEAT.multipliedBy(MISSED_HEARTBEATS);

    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    TaskScheduler(TaskTable table, TaskResolver tasks, String name, Clock clock, PollingStrategyConfig.Type polling) {
        super(
                clock,
                table,
                table,
                tasks,
                MOST_AT_WORK,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("run-", 0).factory()),
                new SchedulerName.Fixed(name),
                new Waiter(POLLING),
                HEARTBEAT,
                MISSED_HEARTBEATS,
                List.of(),
                List.of(),
                new PollingStrategyConfig(polling, 0.5, 1.0),
                Duration.ofDays(14),
                SHUTDOWN,
                LogLevel.WARN,
                true,
                List.of(),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("runs-due").factory()),
                Executors.newScheduledThreadPool(
                        2, Thread.ofPlatform().daemon().name("runs-kept-", 0).factory()));
        table.beatFor(this::getCurrentlyExecuting);
    }
}
