package dev.muster.app.policies;

import dev.muster.policy.Pack;
import dev.muster.policy.live.CaseVerdict;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the cases of packs that are served, beside the serving: a change is live before they have ended. */
@ApplicationScoped
public class CaseRuns {
    /** Who asks for a reload is not kept longer; the verdict is told where it is known by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(CaseRuns.class);

    private final Map<String, Run> latest = new ConcurrentHashMap<>();
    /** Each pack's cases have a thread of their own, so that those of one that take long hold no other's up. */
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("muster-cases").factory());

    private record Run(Pack pack, CompletableFuture<CaseVerdict> verdict) {}

    /** Before a pack is served, where it demands that. */
    CaseVerdict beforehand(Pack pack) {
        CaseVerdict verdict = CaseVerdict.of(pack);
        if (verdict.allGreen()) {
            latest.put(pack.name(), new Run(pack, CompletableFuture.completedFuture(verdict)));
        }
        return verdict;
    }

    /** Begins with the cases of a pack unless that was done; those of an earlier version are given up. */
    public void begin(Pack pack, Consumer<CaseVerdict> told) {
        Run run = latest.get(pack.name());
        if (run != null && run.pack == pack) {
            return;
        }
        Run begun = new Run(pack, new CompletableFuture<>());
        latest.put(pack.name(), begun);
        try {
            executor.execute(() -> run(begun, told));
        } catch (RejectedExecutionException e) { // the server ends
            begun.verdict.completeExceptionally(e);
        }
    }

    private void run(Run run, Consumer<CaseVerdict> told) {
        try {
            CaseVerdict verdict = CaseVerdict.of(run.pack, () -> latest.get(run.pack.name()) != run);
            run.verdict.complete(verdict);
            told.accept(verdict);
        } catch (CancellationException e) {
            run.verdict.completeExceptionally(e);
        } catch (RuntimeException | Error e) { // also too little memory: whoever waits has to be told
            run.verdict.completeExceptionally(e);
            LOG.errorf(e, "The cases of %s could not be run.", run.pack.name());
        }
    }

    /** How the cases of this very pack went; null where that is not known, or not yet. */
    @Nullable
    public CaseVerdict verdict(Pack pack) {
        CompletableFuture<CaseVerdict> verdict = find(pack);
        return verdict == null || !verdict.isDone() ? null : await(pack);
    }

    /** The same, but waits for them, though not for ever; null where they were given up for those of a newer version. */
    @Nullable
    public CaseVerdict await(Pack pack) {
        return await(pack, PATIENCE);
    }

    @Nullable
    public CaseVerdict await(Pack pack, Duration atMost) {
        CompletableFuture<CaseVerdict> verdict = find(pack);
        try {
            return verdict == null ? null : verdict.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException | ExecutionException | TimeoutException _) {
            return null; // told where it happened, or when it has
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private @Nullable CompletableFuture<CaseVerdict> find(Pack pack) {
        Run run = latest.get(pack.name());
        return run == null || run.pack != pack ? null : run.verdict;
    }

    @PreDestroy
    public void stop() {
        executor.shutdownNow();
        latest.values().forEach(run -> run.verdict.cancel(false));
    }
}
