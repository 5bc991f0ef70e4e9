package dev.muster.app.access;

import dev.muster.agent.executor.program.OwnSession;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person at a terminal from a program that works for a run and has made itself a terminal. Programs are started in
 * sessions of their own, and a session can be left for a new one only; so whatever a program of a run makes, its session is
 * younger than the run. Where this cannot be seen nobody at a terminal is taken for a person.
 */
@ApplicationScoped
public class PersonAtTerminal {
    /** Systems tell the start of a process to a second or so. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final String MARK = "MUSTER_RUN";
    private static final int SESSION = 3;
    private static final int TERMINAL = 4;

    private final Path proc;
    private final Map<String, String> environment;
    private final List<Long> lineage;
    private final LongFunction<Optional<Instant>> starts;
    private final boolean ownSessions;

    @Inject
    protected PersonAtTerminal() {
        this(
                Path.of("/proc"),
                System.getenv(),
                lineage(ProcessHandle.current()),
                pid -> ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()),
                OwnSession.isPossible());
    }

    /**
     * For a process of which everything is said.
     *
     * @param proc where the system tells of processes
     * @param lineage the process, its parent, and so on
     * @param starts when a process began
     * @param ownSessions whether programs of runs are given sessions of their own here
     */
    PersonAtTerminal(
            Path proc,
            Map<String, String> environment,
            List<Long> lineage,
            LongFunction<Optional<Instant>> starts,
            boolean ownSessions) {
        this.proc = proc;
        this.environment = Map.copyOf(environment);
        this.lineage = List.copyOf(lineage);
        this.starts = starts;
        this.ownSessions = ownSessions;
    }

    private static List<Long> lineage(ProcessHandle process) {
        return Stream.iterate(Optional.of(process), Optional::isPresent, one -> one.flatMap(ProcessHandle::parent))
                .map(one -> one.orElseThrow().pid())
                .toList();
    }

    /** The run whose program this process is, or comes from; null where it comes from none that still shows it. */
    public @Nullable String runAtWork() {
        String own = environment.get(MARK);
        return own != null
                ? own
                : lineage.stream()
                        .map(this::mark)
                        .filter(run -> run != null)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Refuses a program that works for a run.
     *
     * @param what is a person's to do
     */
    public void checkNoProgram(String what) {
        String run = runAtWork();
        if (run != null) {
            throw new Refusal(new AccessReason.ProgramAtWork(run, what));
        }
    }

    /** Whether this system shows where programs of runs come from. */
    public boolean isTellable() {
        return ownSessions && Files.isReadable(stat());
    }

    /** Whether the terminal of this process, which started the run, is that of no program of the run. */
    public boolean isOfStarter() {
        return ownSessions && runAtWork() == null;
    }

    /** Whether the terminal of this process was there before a run began. */
    public boolean isOlderThan(Instant began) {
        Long session = session();
        return session != null
                && isOfStarter()
                && starts.apply(session)
                        .map(start -> start.plus(SLACK).isBefore(began))
                        .orElse(false);
    }

    private Path stat() {
        return proc.resolve(lineage.getFirst() + "/stat");
    }

    private @Nullable Long session() {
        try {
            String stat = Files.readString(stat(), StandardCharsets.ISO_8859_1);
            // "PID (NAME) STATE PARENT GROUP SESSION TERMINAL …", and the name may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            return fields.length > TERMINAL && !fields[TERMINAL].equals("0") ? Long.valueOf(fields[SESSION]) : null;
        } catch (IOException | NumberFormatException _) {
            return null;
        }
    }

    /** Processes of other users cannot be looked into: no program of a run is among those. */
    private @Nullable String mark(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(proc.resolve(pid + "/environ"));
            return Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\0"))
                    .filter(variable -> variable.startsWith(MARK + "="))
                    .map(variable -> variable.substring(MARK.length() + 1))
                    .findFirst()
                    .orElse(null);
        } catch (IOException _) {
            return null;
        }
    }
}
