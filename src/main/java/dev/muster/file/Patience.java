package dev.muster.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a file may take. Who puts a pipe in a file's place between the look at it and its opening would keep whoever opens it for
 * ever, and Java knows no opening that does not wait. So files are opened and read on threads of their own: one that hangs is given
 * up, and nobody else is kept.
 *
 * @param most for one file
 */
record Patience(Duration most) {
    /** Enough for a large file on a slow disk, and less than what an edit of a policy may take. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(5));

    private static final ThreadPoolExecutor READERS = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> Thread.ofPlatform().daemon().name("reads a file").unstarted(task));

    /**
     * What the reading gives.
     *
     * @throws UnfitFileException where it takes too long
     */
    <T> T with(Callable<T> reading) throws IOException {
        Future<T> read = READERS.submit(reading);
        try {
            return read.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            read.cancel(true);
            throw new UnfitFileException("could not be read within " + most.toMillis() / 1000.0
                    + " seconds, as if it were a pipe. Put a file there.");
        } catch (InterruptedException _) {
            read.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was read");
        } catch (ExecutionException e) {
            throw told(e);
        }
    }

    private static IOException told(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException trouble -> trouble;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            case null, default -> new IOException(e);
        };
    }
}
