package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.ports.StoreState.Backlog;
import dev.muster.run.engine.LeaseLost;
import dev.muster.run.engine.RunQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a queue of runs does, whichever database it is in. */
abstract class QueueBehaviour {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final List<DurableQueue> started = new ArrayList<>();
    private final BlockingQueue<String> carried = new LinkedBlockingQueue<>();

    QueueBehaviour(TestDatabase database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        started.forEach(DurableQueue::stop);
        database.close();
    }

    /** A process that carries runs out in a way, and says so. */
    DurableQueue process(String name, Consumer<RunQueue.Lease> way) {
        DurableQueue queue = new DurableQueue(database.database(), database.clock(), name);
        queue.start(new RunQueue.Carrier() {
            @Override
            public void carry(RunQueue.Lease lease) {
                carried.add(name + " " + lease.runId());
                way.accept(lease);
            }

            @Override
            public void stopAll() {}
        });
        started.add(queue);
        return queue;
    }

    /** Another process took a run, and has not been heard of since. */
    void leaveBehind(String process, String runId) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        TestDatabase its = database.elsewhere();
        DurableQueue gone = new DurableQueue(its.database(), its.clock(), process);
        gone.start(new RunQueue.Carrier() {
            @Override
            public void carry(RunQueue.Lease lease) {
                carried.add(process + " " + lease.runId());
                await(never);
            }

            @Override
            public void stopAll() {
                never.countDown();
            }
        });
        gone.put(runId);
        nextCarried(SOON);
        its.close();
        started.add(gone);
    }

    /** Rests until it is woken, and says so afterwards. */
    private Consumer<RunQueue.Lease> resting(BlockingQueue<RunQueue.Lease> rested) {
        return lease -> {
            lease.rest(null);
            rested.add(lease);
        };
    }

    String nextCarried(Duration atMost) throws InterruptedException {
        return Objects.requireNonNull(
                carried.poll(atMost.toMillis(), TimeUnit.MILLISECONDS), "Nothing was carried out in " + atMost);
    }

    @Test
    void backlog_says_which_runs_are_due_carried_and_at_rest() throws InterruptedException {
        DurableQueue idle = new DurableQueue(database.database(), database.clock(), "1-idle");
        idle.put("due");
        assertThat(backlog()).isEqualTo(new Backlog(1, 0, 0, 0, 0));

        CountDownLatch carrying = new CountDownLatch(1);
        DurableQueue queue = process("1-a", lease -> {
            if (lease.runId().equals("due")) {
                lease.rest(null);
            } else {
                await(carrying);
                lease.end();
            }
        });
        assertThat(nextCarried(SOON)).isEqualTo("1-a due");
        queue.put("carried");
        assertThat(nextCarried(SOON)).isEqualTo("1-a carried");

        assertThat(backlogOnce(new Backlog(0, 1, 1, 0, 0))).isEqualTo(new Backlog(0, 1, 1, 0, 0));
        carrying.countDown();
    }

    /** The backlog once it is that, or what it is after a while: a lease is given back only after who had it is done. */
    private Backlog backlogOnce(Backlog expected) {
        long end = System.nanoTime() + SOON.toNanos();
        Backlog now = backlog();
        while (!now.equals(expected) && System.nanoTime() < end) {
            now = backlog();
        }
        return now;
    }

    private Backlog backlog() {
        return SqlState.backlog(database.database(), database.clock().instant().plusSeconds(1));
    }

    @Test
    void run_is_carried_out_once_it_is_put() throws InterruptedException {
        DurableQueue queue = process("a", RunQueue.Lease::end);

        queue.put("r1");

        assertThat(nextCarried(SOON)).isEqualTo("a r1");
    }

    @Test
    void run_that_was_put_in_a_transaction_that_failed_is_none() throws InterruptedException {
        DurableQueue queue = process("a", RunQueue.Lease::end);

        assertThatThrownBy(() -> database.database().inTransaction(_ -> {
                    queue.put("r1");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        queue.put("r2");

        assertThat(nextCarried(SOON)).isEqualTo("a r2");
    }

    @Test
    void run_at_rest_is_carried_on_when_it_is_woken() throws InterruptedException {
        BlockingQueue<RunQueue.Lease> rested = new LinkedBlockingQueue<>();
        DurableQueue queue = process("a", resting(rested));
        queue.put("r1");
        rested.take();
        nextCarried(SOON);

        queue.wake("r1");

        assertThat(nextCarried(SOON)).isEqualTo("a r1");
    }

    @Test
    void run_stands_as_it_was_handed_back_and_is_due_once_it_is_woken() throws InterruptedException {
        DurableQueue idle = new DurableQueue(database.database(), database.clock(), "1-idle");
        DurableQueue queue = process("1-a", lease -> {
            switch (lease.runId()) {
                case "left" -> lease.leave();
                case "rests" -> lease.rest(null);
                default -> lease.rest(Instant.now().plusSeconds(3_600));
            }
        });
        for (String run : List.of("left", "rests", "waits")) {
            queue.put(run);
            nextCarried(SOON);
        }
        queue.stop();
        started.remove(queue);

        assertThat(idle.standing("left")).isEqualTo(RunQueue.Standing.LEFT);
        assertThat(idle.standing("rests")).isEqualTo(RunQueue.Standing.RESTING);
        assertThat(idle.standing("waits")).isEqualTo(RunQueue.Standing.RESTING);
        idle.wake("left");
        assertThat(idle.standing("left")).isEqualTo(RunQueue.Standing.DUE);
    }

    @Test
    void run_at_rest_is_carried_on_at_its_time() throws InterruptedException {
        DurableQueue queue = process("a", lease -> lease.rest(Instant.now().plusMillis(300)));

        queue.put("r1");

        nextCarried(SOON);
        assertThat(nextCarried(SOON)).isEqualTo("a r1");
    }

    @Test
    void run_that_failed_is_tried_again() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        DurableQueue queue = process("a", lease -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose");
            }
            lease.end();
        });

        queue.put("r1");

        nextCarried(SOON);
        assertThat(nextCarried(SOON)).isEqualTo("a r1");
    }

    @Test
    void run_is_carried_out_by_one_process_at_a_time() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Consumer<RunQueue.Lease> holding = lease -> {
            await(release);
            lease.end();
        };
        DurableQueue a = process("a", holding);
        process("b", holding);
        for (int i = 0; i < 20; i++) {
            a.put("r" + i);
        }

        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            runs.add(nextCarried(SOON).substring(2));
        }

        assertThat(runs).doesNotHaveDuplicates();
        assertThat(carried.poll(1500, TimeUnit.MILLISECONDS)).isNull();
        release.countDown();
    }

    @Test
    void run_of_a_process_that_is_gone_is_taken_over_within_five_seconds() throws InterruptedException {
        leaveBehind("gone", "r1");

        process("b", RunQueue.Lease::end);

        assertThat(nextCarried(Duration.ofSeconds(5))).isEqualTo("b r1");
    }

    @Test
    void run_that_was_taken_over_cannot_be_handed_back() throws InterruptedException {
        BlockingQueue<RunQueue.Lease> leases = new LinkedBlockingQueue<>();
        DurableQueue queue = process("a", resting(leases));
        queue.put("r1");

        RunQueue.Lease lease = leases.take();
        assertThatThrownBy(lease::end).isInstanceOf(LeaseLost.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
