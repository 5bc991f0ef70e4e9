package dev.muster.agent.executor.program;

import dev.muster.secret.Masking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to start.
 *
 * @param command the program's path and its arguments
 * @param environment all that it gets to see; the mark is added
 * @param input what it reads on standard input; null for nothing
 * @param maxOutputBytes what it may print before it is ended
 * @param masking takes secrets out of all that it prints
 * @param note a folder of the delivery's own for a note of the process; null where there is none
 */
record Launch(
        Mark mark,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        @Nullable Path input,
        Duration time,
        long maxOutputBytes,
        Masking masking,
        @Nullable Path note) {
    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
