package dev.muster.app;

import dev.muster.policy.Pack;
import dev.muster.policy.live.CaseVerdict;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the cases of packs that are served, beside the serving: a change is live before they have ended. */
@ApplicationScoped
class CaseRuns {
    private static final Logger LOG = Logger.getLogger(CaseRuns.class);

    private final Map<String, Run> latest = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
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
    void begin(Pack pack, Consumer<CaseVerdict> told) {
        Run run = latest.get(pack.name());
        if (run != null && run.pack == pack) {
            return;
        }
        Run begun = new Run(pack, new CompletableFuture<>());
        latest.put(pack.name(), begun);
        executor.execute(() -> run(begun, told));
    }

    private void run(Run run, Consumer<CaseVerdict> told) {
        try {
            CaseVerdict verdict = CaseVerdict.of(run.pack, () -> latest.get(run.pack.name()) != run);
            run.verdict.complete(verdict);
            told.accept(verdict);
        } catch (CancellationException e) {
            run.verdict.completeExceptionally(e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The cases of %s could not be run.", run.pack.name());
            run.verdict.completeExceptionally(e);
        }
    }

    /** How the cases of this very pack went; null where that is not known, or not yet. */
    @Nullable
    CaseVerdict verdict(Pack pack) {
        CompletableFuture<CaseVerdict> verdict = find(pack);
        return verdict == null || !verdict.isDone() ? null : await(pack);
    }

    /** The same, but waits for them; null where they were given up for those of a newer version. */
    @Nullable
    CaseVerdict await(Pack pack) {
        CompletableFuture<CaseVerdict> verdict = find(pack);
        try {
            return verdict == null ? null : verdict.join();
        } catch (CancellationException | CompletionException _) {
            return null; // told where it happened
        }
    }

    private @Nullable CompletableFuture<CaseVerdict> find(Pack pack) {
        Run run = latest.get(pack.name());
        return run == null || run.pack != pack ? null : run.verdict;
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
