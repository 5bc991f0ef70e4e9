package dev.muster.run.engine;

import dev.muster.run.accept.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where those who work for a run leave what they have, for the one thread that carries it out. */
final class Mailbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Input.AttemptProgress> progress = new LinkedHashMap<>();
    private boolean nudged;
    private boolean stopped;

    /**
     * What has come in.
     *
     * @param nudged whether the log has more events than this process wrote
     * @param stopped whether the run is to be handed back
     */
    record Mail(List<Input> inputs, boolean nudged, boolean stopped) {}

    void put(Input input) {
        change(() -> inputs.add(input));
    }

    /** Of what an agent tells on its way only the latest line is kept until somebody looks. */
    void progress(Input.AttemptProgress line) {
        change(() -> progress.put(line.key(), line));
    }

    void nudge() {
        change(() -> nudged = true);
    }

    void stop() {
        change(() -> stopped = true);
    }

    /** All that has come in, or comes in within a time; agents' progress alone ends the waiting only where it is asked for. */
    Mail await(Duration atMost, boolean forProgress) {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (inputs.isEmpty() && !nudged && !stopped && (progress.isEmpty() || !forProgress) && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            return taken();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Mail(List.of(), false, true);
        } finally {
            lock.unlock();
        }
    }

    /** What has come in and nobody has taken yet. */
    List<Input> rest() {
        lock.lock();
        try {
            return taken().inputs();
        } finally {
            lock.unlock();
        }
    }

    private Mail taken() {
        List<Input> all = new ArrayList<>(progress.values());
        all.addAll(inputs);
        Mail mail = new Mail(all, nudged, stopped);
        progress.clear();
        inputs.clear();
        nudged = false;
        return mail;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }
}
