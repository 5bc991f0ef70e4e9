package dev.muster.agent.executor.program;

import dev.muster.secret.LineMasking;
import dev.muster.secret.Masking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/** Reads what a program prints as long as it prints. A thread of the system's own: reading a pipe would hold a virtual one's carrier. */
final class Pump {
    private static final Logger LOG = Logger.getLogger(Pump.class);

    private static final int MAX_LINE = 64_000;

    /** So many lines are told at once, and one more each interval: nobody follows a flood. */
    private static final int MAX_AT_ONCE = 100;

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final InputStream from;
    private final Capture capture;
    private final LongConsumer total;
    private final Consumer<String> lines;
    private final LineMasking masking;
    private final Thread thread;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int told;
    private long toldSince = System.nanoTime();

    /**
     * Starts reading.
     *
     * @param total hears how many bytes there were so far
     * @param lines hears the lines without secrets, cut where they are long; of very many, some
     */
    Pump(String name, InputStream from, Capture capture, LongConsumer total, Consumer<String> lines, Masking masking) {
        this.from = from;
        this.capture = capture;
        this.total = total;
        this.lines = lines;
        this.masking = masking.lineByLine();
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Waits for the end of the output; it may never come while some other process holds on to it. */
    boolean ended(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    private void run() {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                total.accept(capture.add(buffer, read));
                split(buffer, read);
            }
        } catch (IOException e) {
            // The stream was closed because the program is gone: there is nothing more to read.
            return;
        } finally {
            tell();
        }
    }

    private void split(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                tell();
            } else if (line.size() < MAX_LINE) {
                line.write(bytes[i]);
            }
        }
    }

    private void tell() {
        if (line.size() > 0) {
            String text = Capture.clean(line.toByteArray());
            String masked = masking.mask(text, line.size() == MAX_LINE).strip();
            if (!masked.isEmpty() && mayTell()) {
                hear(masked);
            }
        }
        line.reset();
    }

    /** Whoever cannot take a line must not keep the program from being read: it would stand still at the next one. */
    private void hear(String text) {
        try {
            lines.accept(text);
        } catch (RuntimeException e) {
            LOG.debug("A line is lost", e);
        }
    }

    private boolean mayTell() {
        long intervals = (System.nanoTime() - toldSince) / INTERVAL_NANOS;
        toldSince += intervals * INTERVAL_NANOS;
        told = (int) Math.max(0, told - intervals);
        boolean may = told < MAX_AT_ONCE;
        told += may ? 1 : 0;
        return may;
    }
}
