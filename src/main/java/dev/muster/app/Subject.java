package dev.muster.app;

import dev.muster.app.InboxEntry.HandedWork;
import dev.muster.plan.ReviewLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked about.
 *
 * @param title of the run's task
 * @param level how binding the review is; null where it is about none
 * @param handedIn the work
 * @param folder where it lies; null where it is about no step
 */
record Subject(
        String title,
        @Nullable ReviewLevel level,
        List<HandedWork> handedIn,
        @Nullable String folder) {
    Subject {
        handedIn = List.copyOf(handedIn);
    }
}
