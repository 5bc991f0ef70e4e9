package dev.muster.run.event;

import dev.muster.plan.ReviewLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked about: who judges something has to see it.
 *
 * @param title of the run's task
 * @param level how binding the review is; null where it is about none
 * @param handedIn the work
 * @param where it lies; null where it is about no step
 */
public record Subject(
        String title,
        @Nullable ReviewLevel level,
        List<Work> handedIn,
        @Nullable Where where) {
    public Subject {
        handedIn = List.copyOf(handedIn);
    }

    /** What a step handed in. */
    public record Work(
            String step, String agent, String summary, List<String> filesCreated, List<String> filesChanged) {
        public Work {
            filesCreated = List.copyOf(filesCreated);
            filesChanged = List.copyOf(filesChanged);
        }
    }

    /**
     * A folder as the plan has it.
     *
     * @param workspace null for the run's own
     * @param repository its path in the workspace; empty for the workspace itself
     * @param workingFolder its path in the repository; null for all of it
     */
    public record Where(
            @Nullable String workspace,
            String repository,
            @Nullable String workingFolder) {}
}
