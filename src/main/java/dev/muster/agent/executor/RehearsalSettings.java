package dev.muster.agent.executor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rehearsed calls go.
 *
 * @param failures how many calls of a hundred fail, as a share of 1
 * @param changes how many reviews ask for changes in the first round, as a share of 1; in later rounds a third of that
 * @param shortest the least time that work takes; a review takes a quarter, a check a tenth
 * @param script what is fixed beforehand; the first line that fits counts
 */
public record RehearsalSettings(
        double failures, double changes, Duration shortest, Duration longest, List<Line> script) {
    public static final RehearsalSettings USUAL =
            new RehearsalSettings(0.03, 0.2, Duration.ofMinutes(2), Duration.ofMinutes(20), List.of());

    public RehearsalSettings {
        script = List.copyOf(script);
    }

    /**
     * One line of the script. What is null fits everything.
     *
     * @param check a check's command, its words parted by spaces; with it the line is about checks
     * @param minutes how long it takes; null for what chance says
     */
    public record Line(
            @Nullable String agent,
            @Nullable String step,
            @Nullable Purpose purpose,
            @Nullable Integer round,
            @Nullable Integer attempt,
            @Nullable String check,
            Ending ending,
            @Nullable Double minutes) {}

    /** How a call may end. */
    public enum Ending {
        DONE,
        FAILED,
        TIMEOUT,
        UNREADABLE,
        BLOCKED,
        ASKS,
        PASS,
        CHANGES
    }
}
