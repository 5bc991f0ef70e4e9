package dev.muster.agent.executor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listener that keeps what it hears, and can be waited for. */
public class Heard implements Listener {
    public final List<String> lines = new CopyOnWriteArrayList<>();
    public final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Outcome> first = new CompletableFuture<>();
    private final CountDownLatch started = new CountDownLatch(1);

    @Override
    public void progress(String line) {
        lines.add(line);
        started.countDown();
    }

    @Override
    public void finished(Outcome outcome) {
        outcomes.add(outcome);
        first.complete(outcome);
    }

    public Outcome outcome() {
        return first.orTimeout(60, TimeUnit.SECONDS).join();
    }

    public Outcome.Succeeded succeeded() {
        return switch (outcome()) {
            case Outcome.Succeeded succeeded -> succeeded;
            case Outcome other -> throw new AssertionError(other.toString());
        };
    }

    public Outcome.Failed failed() {
        return switch (outcome()) {
            case Outcome.Failed failed -> failed;
            case Outcome other -> throw new AssertionError(other.toString());
        };
    }

    /** Waits until the program has printed something. */
    public void awaitLine() throws InterruptedException {
        if (!started.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("It printed nothing.");
        }
    }
}
