package dev.muster.agent.executor.program;

import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One call of an agent, which may take more than one start of its program. Its listener hears one thing at a time. */
final class ProgramCall implements Call {
    private static final Logger LOG = Logger.getLogger(ProgramCall.class);

    private static final int MAX_LINE = 500;

    private final Listener listener;
    private final ReentrantLock telling = new ReentrantLock();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean complained = new AtomicBoolean();
    private @Nullable Call running;
    private @Nullable String cancelled;

    ProgramCall(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void cancel(String why) {
        cancelled = why;
        if (running != null) {
            running.cancel(why);
        }
    }

    /** Starts a program, which hands its lines to what it is given. */
    synchronized void runs(Function<Consumer<String>, Call> start) {
        running = start.apply(this::progress);
        if (cancelled != null) {
            running.cancel(cancelled);
        }
    }

    /** A listener that cannot take a line must not keep the program from being read. */
    void progress(String line) {
        telling.lock();
        try {
            if (!finished.get()) {
                listener.progress(Excerpt.beginning(line, MAX_LINE));
            }
        } catch (RuntimeException e) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn("Lines of progress are lost", e);
            }
        } finally {
            telling.unlock();
        }
    }

    /** Tells the end, from a thread of its own: whoever starts a call is not ready to hear before it has started. */
    void finish(Outcome outcome) {
        Thread.startVirtualThread(() -> {
            telling.lock();
            try {
                if (finished.compareAndSet(false, true)) {
                    listener.finished(outcome);
                }
            } finally {
                telling.unlock();
            }
        });
    }
}
