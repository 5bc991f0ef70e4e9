package dev.muster.agent.executor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A command to run as a check.
 *
 * @param key the idempotency key: the same for every delivery of this check
 * @param place which of a run's checks it is: the same in each run of an equal plan
 * @param command the program and its arguments
 * @param folder where it runs
 */
public record CheckOrder(String key, String place, long fence, List<String> command, Path folder, Duration time) {
    public CheckOrder {
        command = List.copyOf(command);
    }
}
