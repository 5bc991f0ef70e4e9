package dev.muster.end;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server with little memory whose log is read as it comes. */
record RunningServer(Process process, String address, BlockingQueue<String> log) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int PATIENCE_SECONDS = 30;

    static RunningServer start(Program muster) throws InterruptedException {
        Process process = Program.isNative()
                ? muster.start(Stream.concat(ContainerHeap.flags().stream(), Stream.of("serve", "--port=0"))
                        .toArray(String[]::new))
                : muster.with("JAVA_TOOL_OPTIONS", "-Xmx192m").start("serve", "--port=0");
        return of(process);
    }

    /** Waits until the server listens. */
    static RunningServer of(Process process) throws InterruptedException {
        BlockingQueue<String> log = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(process.errorReader(), log));
        return new RunningServer(process, await(log, ADDRESS).group(1), log);
    }

    private static void read(BufferedReader lines, BlockingQueue<String> log) {
        try (lines) {
            lines.lines().forEach(log::add);
        } catch (UncheckedIOException | IOException _) {
            // the server ended
        }
    }

    /** Waits for a line that has that text; what came before it is not looked at again. */
    void awaitLine(String text) throws InterruptedException {
        await(log, Pattern.compile(Pattern.quote(text)));
    }

    private static Matcher await(BlockingQueue<String> log, Pattern wanted) throws InterruptedException {
        for (String line = next(log); line != null; line = next(log)) {
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found;
            }
        }
        throw new AssertionError("The server's log does not say: " + wanted);
    }

    private static String next(BlockingQueue<String> log) throws InterruptedException {
        return log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Path status() {
        return Path.of("/proc/" + process.pid() + "/status");
    }

    /** Whether this system tells how much memory a process has. */
    boolean memoryIsKnown() {
        return Files.exists(status());
    }

    long kilobytes() throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(status()));
        if (!resident.find()) {
            throw new AssertionError("no resident memory in " + status());
        }
        return Long.parseLong(resident.group(1));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
