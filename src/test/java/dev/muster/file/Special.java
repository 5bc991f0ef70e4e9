package dev.muster.file;

import java.io.IOException;
import java.nio.file.Path;

/** Files that are none. */
public final class Special {
    private Special() {}

    /** A pipe that nobody writes to: whoever opens it waits. */
    public static Path pipe(Path path) throws IOException, InterruptedException {
        int code = new ProcessBuilder("mkfifo", path.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("mkfifo ended with " + code);
        }
        return path;
    }
}
