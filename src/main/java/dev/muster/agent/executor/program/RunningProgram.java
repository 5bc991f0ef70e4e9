package dev.muster.agent.executor.program;

import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.program.protocol.Ended;
import dev.muster.agent.executor.program.protocol.Ended.How;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program at work, from its start to the end of the last of its processes. */
final class RunningProgram implements Call {
    /** Together with what a forced end takes this stays below the two seconds that a cancelled call may take. */
    private static final Duration GRACE = Duration.ofMillis(1_000);

    private static final long PATIENCE_MILLIS = 100;

    private static final long REST_OF_OUTPUT_MILLIS = 5_000;
    private static final int HEAD_BYTES = 256 * 1024;
    private static final int TAIL_BYTES = 4 * 1024 * 1024;

    private final Launch launch;
    private final Consumer<String> outLines;
    private final Consumer<String> errLines;
    private final ProcessTree tree;
    private final @Nullable Leftover leftover;
    private final Capture out;
    private final Capture err;
    private final CompletableFuture<Stop> stop = new CompletableFuture<>();

    private RunningProgram(Launch launch, Consumer<String> outLines, Consumer<String> errLines) {
        this.launch = launch;
        this.outLines = outLines;
        this.errLines = errLines;
        this.out = new Capture(HEAD_BYTES, TAIL_BYTES, launch.masking());
        this.err = new Capture(HEAD_BYTES, HEAD_BYTES, launch.masking());
        this.tree = new ProcessTree(launch.mark());
        this.leftover = launch.note() == null ? null : new Leftover(launch.note());
    }

    /** Why it is at its end, or has to come to it. */
    private record Stop(How how, String why) {}

    /**
     * Starts a program.
     *
     * @param outLines hears what it prints on standard output, line by line
     * @param errLines hears what it prints on standard error, from another thread
     * @param ended hears of its end, exactly once
     */
    static RunningProgram start(
            Launch launch, Consumer<String> outLines, Consumer<String> errLines, Consumer<Ended> ended) {
        RunningProgram running = new RunningProgram(launch, outLines, errLines);
        Thread.ofVirtual().name("program " + launch.mark().key()).start(() -> ended.accept(running.run()));
        return running;
    }

    @Override
    public void cancel(String why) {
        stop.complete(new Stop(How.CANCELLED, why));
    }

    private Ended run() {
        long start = System.nanoTime();
        try {
            Stop refused = refused();
            if (refused != null) {
                return ended(refused, null, start);
            }
            Process process = process();
            tree.add(process.toHandle());
            if (leftover != null) {
                leftover.write(process.toHandle());
            }
            Pump outPump = new Pump("output", process.getInputStream(), out, this::count, outLines, launch.masking());
            Pump errPump = new Pump("errors", process.getErrorStream(), err, this::count, errLines, launch.masking());
            process.getOutputStream().close();
            Thread.ofVirtual().start(() -> awaitExit(process));
            Stop why = stop.completeOnTimeout(
                            new Stop(How.TIMED_OUT, "it took longer than " + words(launch.time())),
                            launch.time().toMillis(),
                            TimeUnit.MILLISECONDS)
                    .join();
            boolean exited = why.how() == How.EXITED;
            if (exited) {
                // Nearly always this is all; where it is not, some other process holds on to the output.
                outPump.ended(PATIENCE_MILLIS);
                errPump.ended(PATIENCE_MILLIS);
            }
            tree.end(GRACE);
            outPump.ended(exited ? REST_OF_OUTPUT_MILLIS : PATIENCE_MILLIS);
            errPump.ended(exited ? REST_OF_OUTPUT_MILLIS : PATIENCE_MILLIS);
            return exited ? exited(process.exitValue(), why, start) : ended(why, null, start);
        } catch (IOException e) {
            tree.end(Duration.ZERO);
            return ended(new Stop(How.NOT_STARTED, String.valueOf(e.getMessage())), null, start);
        } catch (InterruptedException e) {
            tree.end(Duration.ZERO);
            return ended(new Stop(How.CANCELLED, "Muster is ending"), null, start);
        } catch (RuntimeException e) {
            tree.end(Duration.ZERO);
            return ended(new Stop(How.NOT_STARTED, e.toString()), null, start);
        }
    }

    private Ended exited(int exitCode, Stop why, long start) {
        String notBegun = OwnSession.notBegun(launch.command(), exitCode, err.printed());
        return notBegun == null ? ended(why, exitCode, start) : ended(new Stop(How.NOT_STARTED, notBegun), null, start);
    }

    /** In a thread of its own: {@code onExit} needs one of a pool that others may have filled. */
    private void awaitExit(Process process) {
        try {
            process.waitFor();
            stop.complete(new Stop(How.EXITED, ""));
        } catch (InterruptedException e) {
            cancel("Muster is ending");
        }
    }

    private Process process() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(OwnSession.of(launch.command()));
        builder.directory(launch.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.environment().putAll(launch.mark().variables());
        File input = launch.input() == null ? null : launch.input().toFile();
        return input == null ? builder.start() : builder.redirectInput(input).start();
    }

    /** What an earlier delivery has left is ended first; nothing is done after a later one. */
    private @Nullable Stop refused() {
        boolean later = MarkedProcesses.of(launch.mark().key()).stream()
                .anyMatch(marked -> marked.fence() > launch.mark().fence());
        if (later) {
            return new Stop(How.NOT_STARTED, "a later delivery of the same call is at work on this machine");
        }
        ProcessHandle left = leftover == null ? null : leftover.process();
        if (left != null) {
            tree.add(left);
        }
        tree.end(GRACE);
        return stop.getNow(null);
    }

    private void count(long bytes) {
        if (bytes > launch.maxOutputBytes()) {
            stop.complete(new Stop(
                    How.TOO_MUCH_OUTPUT, "it printed more than " + launch.maxOutputBytes() / 1_000_000 + " MB"));
        }
    }

    private Ended ended(Stop stop, @Nullable Integer exitCode, long start) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Ended(stop.how(), exitCode, stop.why(), out.printed(), err.printed(), millis);
    }

    static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds > 0 && seconds % 60 == 0
                ? seconds / 60 + (seconds == 60 ? " minute" : " minutes")
                : time.toMillis() % 1000 == 0 ? seconds + " seconds" : time.toMillis() + " ms";
    }
}
