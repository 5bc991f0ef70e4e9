package dev.muster.app.telemetry;

import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be known of a run to measure what happens next in it. */
final class RunSoFar {
    private final Map<String, OpenCall> calls = new HashMap<>();
    private final Set<String> steps = new HashSet<>();
    private String mode = "unknown";
    private @Nullable Instant startedAt;

    /** A call that has not ended. */
    record OpenCall(RunEvent.AttemptStarted started, Instant at) {}

    void add(Logged logged, RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted started -> {
                mode = Meters.word(started.mode());
                startedAt = logged.at();
            }
            case RunEvent.AttemptStarted started -> {
                calls.put(started.key(), new OpenCall(started, logged.at()));
                steps.add(started.step());
            }
            case RunEvent.AttemptFinished finished -> calls.remove(finished.key());
            default -> {}
        }
    }

    String mode() {
        return mode;
    }

    /** When it began; the other time where that is not known. */
    Instant startedAt(Instant other) {
        return startedAt == null ? other : startedAt;
    }

    /** Whether nobody was called for a step yet. */
    boolean isNew(String step) {
        return !steps.contains(step);
    }

    @Nullable
    OpenCall call(String key) {
        return calls.get(key);
    }
}
