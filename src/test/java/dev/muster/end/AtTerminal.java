package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program at a terminal, as a person has it: what it shows is read, and answers are typed. */
final class AtTerminal implements AutoCloseable {
    private static final long SOON_SECONDS = 60;
    private static final String CTRL_C = "\u0003";

    /** Its bit in the mask of signals. */
    private static final long SIGINT = 1L << 1;

    private final Process process;
    private final StringBuilder shown = new StringBuilder();
    private int read;

    private AtTerminal(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::readAll);
    }

    /** Ends the test, and says so, where the machine has no program that makes terminals. */
    static AtTerminal run(Program program, String... arguments) {
        assumeThat(Stream.of(System.getenv("PATH").split(":"))
                        .map(folder -> Path.of(folder, "script"))
                        .anyMatch(Files::isExecutable))
                .as("`script` of util-linux gives a program a terminal; this machine has none")
                .isTrue();
        assumeThat(System.getProperty("os.name"))
                .as("`script` has other options elsewhere")
                .isEqualTo("Linux");
        ProcessBuilder builder = program.builder(arguments);
        String line = builder.command().stream().map(AtTerminal::quoted).collect(Collectors.joining(" "));
        // Whoever runs the tests in the background has them ignore interrupts, and all they start would inherit that.
        String heard = hearsInterrupts() ? line : "env --default-signal=INT " + line;
        builder.command(List.of("script", "-qfec", heard, "/dev/null")).redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        try {
            return new AtTerminal(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hearsInterrupts() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .noneMatch(ignored -> (ignored & SIGINT) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void readAll() {
        char[] some = new char[4096];
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                synchronized (shown) {
                    shown.append(some, 0, count);
                    shown.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it shows this, after what was waited for last; all that was shown up to there. */
    String await(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_SECONDS);
        synchronized (shown) {
            int found = shown.indexOf(text, read);
            while (found < 0 && System.nanoTime() < end) {
                shown.wait(100);
                found = shown.indexOf(text, read);
            }
            assertThat(found)
                    .as("\"%s\" after: %s", text, shown.substring(read))
                    .isNotNegative();
            read = found + text.length();
            return shown.substring(0, read);
        }
    }

    void type(String line) throws IOException {
        write(line + "\n");
    }

    void interrupt() throws IOException {
        write(CTRL_C);
    }

    private void write(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Its exit code, once it has ended. */
    int end() throws InterruptedException {
        assertThat(process.waitFor(SOON_SECONDS, TimeUnit.SECONDS))
                .as("it has ended")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
