package dev.muster.app.runs;

import dev.muster.app.ports.Telemetry;
import dev.muster.run.engine.RunQueue;
import java.util.Set;
import java.util.function.Supplier;

/** A queue of runs that tells of each run that is carried out. */
public final class WatchedRunQueue implements RunQueue {
    private final RunQueue queue;
    private final Telemetry telemetry;

    public WatchedRunQueue(RunQueue queue, Telemetry telemetry) {
        this.queue = queue;
        this.telemetry = telemetry;
    }

    @Override
    public void put(String runId) {
        queue.put(runId);
    }

    @Override
    public void wake(String runId) {
        queue.wake(runId);
    }

    @Override
    public Standing standing(String runId) {
        return queue.standing(runId);
    }

    @Override
    public void start(Carrier carrier) {
        queue.start(watched(carrier));
    }

    @Override
    public void startFor(Supplier<Set<String>> own, Carrier carrier) {
        queue.startFor(own, watched(carrier));
    }

    private Carrier watched(Carrier carrier) {
        return new Carrier() {
            @Override
            public void carry(Lease lease) {
                telemetry.carrying(lease.runId(), () -> carrier.carry(lease));
            }

            @Override
            public void stopAll() {
                carrier.stopAll();
            }
        };
    }

    @Override
    public void stop() {
        queue.stop();
    }
}
