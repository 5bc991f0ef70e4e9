package dev.muster.run.state;

import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check that runs. Exactly one of step and phase is there. */
public record OpenCheck(
        @Nullable String step, @Nullable String phase, int index, List<String> command, String key, Instant dueBy) {
    /** Which of a run's checks it is: the same words in each run of an equal plan. */
    public String place(RunBrief brief) {
        return CallKeys.within(brief, key);
    }

    public static OpenCheck of(RunEvent.CheckStarted e) {
        return new OpenCheck(e.step(), e.phase(), e.index(), e.command(), e.key(), e.dueBy());
    }
}
