package dev.muster.agent.executor.program;

import java.time.Duration;
import java.util.List;

/**
 * What the operator says about checks.
 *
 * @param environment variables that checks get to see beside the usual ones: {@code NAME} or {@code NAME=value}
 */
public record CheckSettings(AllowedPrograms programs, List<String> environment, Duration time, long maxOutputBytes) {
    public static final CheckSettings NOTHING_ALLOWED =
            new CheckSettings(AllowedPrograms.NONE, List.of(), Duration.ofMinutes(15), 50_000_000);

    public CheckSettings {
        environment = List.copyOf(environment);
    }
}
