package dev.muster.app.watch;

import dev.muster.app.SmallPack;
import dev.muster.app.policies.LiveRig;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from saving a file of the shipped pack until it is served, with the watch as a server runs it:
 * {@code ./mvnw test -Dtest=MeasureReload}.
 */
class MeasureReload {
    private static final int SAVES = 40;

    @TempDir
    Path folder;

    @Test
    void measure() throws IOException {
        copy(Path.of("rules"), folder.resolve("rules"));
        copy(Path.of("agents"), folder.resolve("agents"));
        LiveRig rig = new LiveRig(new SmallPack(folder.resolve("rules"), folder.resolve("agents"), "backend"));
        PolicyWatch watch = new PolicyWatch(rig.reload, rig.holder, rig.files, Clock.systemUTC());
        watch.start();
        List<Long> millis = new ArrayList<>();
        for (int save = 0; save < SAVES; save++) {
            millis.add(save(rig, folder.resolve("rules/backend/selection.drl"), save));
        }
        watch.stop();
        System.out.printf("of which processor time for reading and checking: %d ms%n", processorMillis(rig));
        int rules = Objects.requireNonNull(rig.standing().served())
                .pack()
                .rules()
                .rules()
                .size();
        print(System.out, rules, millis);
    }

    private static long save(LiveRig rig, Path file, int save) throws IOException {
        String before = rig.served();
        Files.writeString(file, Files.readString(file) + "// save " + save + "\n");
        long start = System.nanoTime();
        while (Objects.equals(before, rig.served())) {
            LockSupport.parkNanos(500_000);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What one reload costs where nothing else wants the processor, which a busy machine hides. */
    private static long processorMillis(LiveRig rig) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            long start = threads.getCurrentThreadCpuTime();
            rig.files.read().packs();
            Objects.requireNonNull(rig.files.read().packs().get("backend")).read();
            nanos.add(threads.getCurrentThreadCpuTime() - start);
        }
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2) / 1_000_000;
    }

    private static void print(PrintStream out, int rules, List<Long> millis) {
        long first = millis.getFirst();
        Collections.sort(millis);
        out.printf(
                "save to live, %d rules, %d saves: first %d ms, median %d ms, 95 %% within %d ms, at most %d ms%n",
                rules,
                millis.size(),
                first,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.getLast());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
