package dev.muster.agent.executor.program;

import dev.muster.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note of which process was started, beside what it was told, for systems that show no marks: after a crash of Muster the
 * next delivery finds what the last one has left.
 */
final class Leftover {
    private final Path note;

    Leftover(Path attemptFolder) {
        this.note = attemptFolder.resolve("process");
    }

    /** The process that the note is about, where it still runs; a process id alone may have been given to another one since. */
    @Nullable
    ProcessHandle process() {
        try {
            String[] words = Files.readString(note).strip().split(" ");
            return words.length == 2 && words[0].matches("\\d{1,18}")
                    ? ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(handle -> started(handle).equals(words[1]))
                            .orElse(null)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    void write(ProcessHandle handle) throws IOException {
        OwnerOnly.write(note, handle.pid() + " " + started(handle) + "\n");
    }

    private static String started(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
