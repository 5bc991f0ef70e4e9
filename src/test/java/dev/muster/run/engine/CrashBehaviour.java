package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.report.Audit;
import dev.muster.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that carry out runs are killed at random moments; afterwards every run has ended as if nothing had happened. */
abstract class CrashBehaviour {
    private static final Duration AT_LAST = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private int children;

    abstract String url();

    /** How many are at work side by side. */
    abstract int sideBySide();

    abstract int killsOnDemand();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path journal() {
        return folder.resolve("journal.txt");
    }

    private Process child() throws IOException {
        String runId = "r%03d".formatted(children++);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashChild.class.getName(),
                        url(),
                        journal().toString(),
                        runId)
                .redirectError(folder.resolve(runId + ".err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private void awaitReady(Process child) throws IOException {
        BufferedReader out = child.inputReader();
        assertThat(out.readLine()).as("%s", errors()).isEqualTo("ready");
    }

    private String errors() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".err")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void runs_end_as_if_nothing_had_happened_though_processes_are_killed() throws Exception {
        int kills = OnDemand.size("crash.kills", 10, killsOnDemand());
        long seed = Long.getLong("crash.seed", 7);
        Random random = new Random(seed);
        List<Process> up = new ArrayList<>();
        for (int i = 0; i < sideBySide(); i++) {
            up.add(child());
            awaitReady(up.getLast());
        }
        for (int i = 0; i < kills; i++) {
            int which = random.nextInt(up.size());
            assertThat(up.get(which).waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS))
                    .as("%s", errors())
                    .isFalse();
            up.get(which).destroyForcibly().waitFor();
            up.set(which, child());
            awaitReady(up.get(which));
        }

        try (TestDatabase database = TestDatabase.at(url())) {
            awaitAllEnded(database);
            for (RunHead head : all(database)) {
                assertSound(database, head);
            }
            assertNothingSeenIsGone(database);
            assertThat(all(database))
                    .as("calls that were given out again")
                    .anyMatch(head -> database.runs().events(head.runId(), 0, Integer.MAX_VALUE).stream()
                            .anyMatch(logged -> logged.event() instanceof RunEvent.AttemptRedelivered));
        }
    }

    @Test
    void process_that_was_frozen_past_its_lease_does_no_harm_when_it_wakes() throws Exception {
        Random random = new Random(Long.getLong("crash.seed", 7));
        int freezes = OnDemand.size("crash.freezes", 1, 10);
        for (int i = 0; i < freezes; i++) {
            Process frozen = child();
            awaitReady(frozen);
            assertThat(frozen.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS))
                    .isFalse();
            signal(frozen, "STOP");
            Process other = child();
            try (TestDatabase database = TestDatabase.at(url())) {
                awaitReadyOrWake(other, frozen);
                awaitAllEnded(database);
                signal(frozen, "CONT");
                Process further = child();
                awaitReady(further);
                awaitAllEnded(database);
                assertThat(frozen.isAlive()).as("%s", errors()).isTrue();
                for (RunHead head : all(database)) {
                    assertSound(database, head);
                }
                assertNothingSeenIsGone(database);
                for (Process process : List.of(frozen, other, further)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    /** A process that is frozen while it writes to a file keeps others out of that file until it wakes. */
    private void awaitReadyOrWake(Process other, Process frozen) throws Exception {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                line.complete(other.inputReader().readLine());
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        try {
            line.get(8, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            signal(frozen, "CONT");
        }
        assertThat(line.get(20, TimeUnit.SECONDS)).as("%s", errors()).isEqualTo("ready");
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private List<RunHead> all(TestDatabase database) {
        return database.runs().list(10_000, null);
    }

    private void awaitAllEnded(TestDatabase database) throws InterruptedException {
        long end = System.nanoTime() + AT_LAST.toNanos();
        Process last = processes.getLast();
        while (all(database).stream().anyMatch(head -> !head.status().ended()) && System.nanoTime() < end) {
            last.waitFor(200, TimeUnit.MILLISECONDS);
        }
        assertThat(all(database))
                .hasSizeGreaterThanOrEqualTo(children - 1)
                .allSatisfy(head -> assertThat(head.status())
                        .as("%s: %s", head.runId(), last(database, head))
                        .isEqualTo(RunStatus.COMPLETED));
    }

    private static List<String> last(TestDatabase database, RunHead head) {
        return database.runs().events(head.runId(), Math.max(0, head.end().seq() - 10), 20).stream()
                .map(Logged::json)
                .toList();
    }

    private void assertSound(TestDatabase database, RunHead head) throws IOException {
        List<Logged> log = database.runs().events(head.runId(), 0, Integer.MAX_VALUE);
        assertThat(Audit.verify(head.runId(), log, head.end())).isEmpty();
        Map<String, Long> finished = new HashMap<>();
        for (Logged logged : log) {
            if (logged.event() instanceof RunEvent.AttemptFinished end) {
                assertThat(finished.put(end.key(), end.fence()))
                        .as("finished twice: %s", end.key())
                        .isNull();
            }
        }
        assertThat(log)
                .extracting(Logged::event)
                .filteredOn(RunEvent.AttemptStarted.class::isInstance)
                .hasSize(finished.size());
        assertThat(finished.keySet()).filteredOn(key -> key.contains("/s1/")).hasSize(1);
        for (String line : journal("call ")) {
            String[] words = line.split(" ", -1);
            Long fence = finished.get(words[1]);
            if (fence != null) {
                assertThat(Long.parseLong(words[2]))
                        .as("called again after it had ended: %s", line)
                        .isLessThanOrEqualTo(fence);
            }
        }
    }

    /** What any process has ever seen in a log is still there. */
    private void assertNothingSeenIsGone(TestDatabase database) throws IOException {
        Map<String, List<Logged>> logs = new HashMap<>();
        for (String line : journal("seen ")) {
            String[] words = line.split(" ", -1);
            List<Logged> log =
                    logs.computeIfAbsent(words[1], run -> database.runs().events(run, 0, Integer.MAX_VALUE));
            int seq = Integer.parseInt(words[2]);
            if (seq > 0) {
                assertThat(log.get(seq - 1).hash()).as(line).isEqualTo(words[3]);
            }
        }
        assertThat(logs).hasSizeGreaterThan(1);
    }

    /**
     * Whole lines only: that of a process that was killed may be cut short, and runs into the next; the last one may be at its
     * writing.
     */
    private List<String> journal(String kind) throws IOException {
        int words = kind.equals("seen ") ? 4 : 3;
        String written = Files.readString(journal());
        return written.substring(0, written.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(kind) && line.split(" ", -1).length == words)
                .toList();
    }
}
