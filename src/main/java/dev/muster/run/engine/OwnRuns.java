package dev.muster.run.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs that are this process's own until they end. Who ends them may be another process, so they are looked at again whenever their
 * number has doubled: a process that goes on for months remembers no more than are open, and a few.
 */
public final class OwnRuns {
    private static final int FEW = 64;

    private final Heads heads;
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
    private volatile int lookAt = FEW;

    public OwnRuns(Heads heads) {
        this.heads = heads;
    }

    /** What is known of a run; null where it is not kept yet. */
    public interface Heads {
        @Nullable
        RunHead of(String runId);
    }

    public void add(String runId) {
        if (runs.size() >= lookAt) {
            runs.removeIf(this::hasEnded);
            lookAt = Math.max(FEW, 2 * runs.size());
        }
        runs.add(runId);
    }

    private boolean hasEnded(String runId) {
        RunHead head = heads.of(runId);
        return head != null && head.status().ended();
    }

    public boolean contains(String runId) {
        return runs.contains(runId);
    }

    /** As they are at this moment. */
    public Set<String> all() {
        return Set.copyOf(runs);
    }
}
