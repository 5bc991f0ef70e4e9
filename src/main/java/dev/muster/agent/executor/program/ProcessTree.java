package dev.muster.agent.executor.program;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** All processes of one delivery: a program, its descendants, and whatever else carries its mark. */
final class ProcessTree {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final Duration DEATH = Duration.ofMillis(400);

    private final Mark mark;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    ProcessTree(Mark mark) {
        this.mark = mark;
    }

    void add(ProcessHandle root) {
        known.add(root);
    }

    /**
     * Asks them all to end, and ends those that have not within the grace.
     *
     * @return whether nothing of them runs any more
     */
    boolean end(Duration grace) {
        return end(ProcessHandle::destroy, grace) || end(ProcessHandle::destroyForcibly, DEATH);
    }

    /** New ones are signalled too: a tree may grow while it is felled. */
    private boolean end(Consumer<ProcessHandle> signal, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        Set<ProcessHandle> signalled = new LinkedHashSet<>();
        while (true) {
            Set<ProcessHandle> alive = alive();
            if (alive.isEmpty()) {
                return true;
            }
            alive.stream().filter(signalled::add).forEach(signal);
            if (System.nanoTime() >= deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    private Set<ProcessHandle> alive() {
        Set<ProcessHandle> found = new LinkedHashSet<>(known);
        known.forEach(handle -> handle.descendants().forEach(found::add));
        MarkedProcesses.of(mark.key()).stream()
                .filter(marked -> marked.fence() <= mark.fence())
                .forEach(marked -> found.add(marked.handle()));
        found.removeIf(handle ->
                handle.equals(ProcessHandle.current()) || !handle.isAlive() || MarkedProcesses.isZombie(handle));
        known.addAll(found);
        return found;
    }
}
