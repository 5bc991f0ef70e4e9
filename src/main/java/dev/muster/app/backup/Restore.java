package dev.muster.app.backup;

import dev.muster.app.DataFolder;
import dev.muster.app.LocalRuns;
import dev.muster.app.MusterConfig;
import dev.muster.app.Reason;
import dev.muster.app.Refusal;
import dev.muster.app.RunAudit;
import dev.muster.app.RunSummary;
import dev.muster.app.ServerLock;
import dev.muster.app.backup.ArchiveReader.BrokenArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a data folder out of an archive. */
@ApplicationScoped
public class Restore {
    static final String STORE = "muster.db";

    /** Where files are until all of them are proven. */
    private static final String UNPROVEN = ".restoring";

    /** What a volume of its own has, and what this very process makes. */
    private static final String NOTHING = "lost\\+found|.*\\.lock";

    private static final int PAGE = 500;

    private final DataFolder folder;
    private final ServerLock lock;
    private final LocalRuns runs;
    private final boolean elsewhere;

    Restore(DataFolder folder, ServerLock lock, LocalRuns runs, MusterConfig config) {
        this.folder = folder;
        this.lock = lock;
        this.runs = runs;
        this.elsewhere = config.database().isPresent();
    }

    /**
     * What is there now.
     *
     * @param unsound runs whose record is not what was written; it was so when they were backed up
     */
    public record Restored(long files, long runs, List<RunAudit> unsound) {
        public Restored {
            unsound = List.copyOf(unsound);
        }
    }

    /**
     * Restores.
     *
     * @throws Refusal where the folder is in use or not empty, or the archive is damaged; then nothing is restored
     */
    public Restored restore(Path file) {
        if (elsewhere) {
            throw refused(
                    "MUSTER_DATABASE names a database, and a backup is one of a data folder.",
                    "Restore without it; what pg_dump wrote is restored with psql or pg_restore.",
                    null);
        }
        lock.take();
        checkEmpty();
        try (ArchiveReader archive = new ArchiveReader(file)) {
            move(archive);
            return audited(archive.contents().files());
        } catch (BrokenArchive e) {
            throw refused(
                    file + " is no backup that could be restored: " + e.getMessage() + ".", "Take another one.", e);
        } catch (IOException e) {
            throw refused("The backup cannot be restored: " + e, "See that it is there, and that there is room.", e);
        }
    }

    private void checkEmpty() {
        Path path = folder.path();
        try (Stream<Path> files = Files.list(path)) {
            List<Path> there = files.filter(one -> !one.getFileName().toString().matches(NOTHING))
                    .toList();
            if (!there.isEmpty()) {
                throw refused(
                        "The data folder " + path + " is not empty: there is "
                                + there.getFirst().getFileName() + ".",
                        "Nothing is written over. Name an empty folder with --data or MUSTER_DATA.",
                        null);
            }
        } catch (IOException e) {
            throw refused("The data folder " + path + " cannot be read: " + e, "Name another with --data.", e);
        }
    }

    /** All of it or nothing: the store comes last, and without it a folder has no plans. */
    private void move(ArchiveReader archive) throws IOException, BrokenArchive {
        Path unproven = folder.path().resolve(UNPROVEN);
        try {
            Files.createDirectory(unproven);
            archive.extractTo(unproven);
            if (!Files.isRegularFile(unproven.resolve(STORE))) {
                throw new BrokenArchive("it has no " + STORE);
            }
            try (Stream<Path> files = Files.list(unproven)) {
                for (Path one : files.sorted(Comparator.comparing(path -> path.endsWith(STORE)))
                        .toList()) {
                    Files.move(one, folder.path().resolve(one.getFileName()));
                }
            }
        } finally {
            remove(unproven);
        }
    }

    private static void remove(Path unproven) throws IOException {
        try (Stream<Path> files = Files.walk(unproven)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Restored audited(long files) {
        List<RunAudit> unsound = new ArrayList<>();
        long count = 0;
        String before = null;
        for (List<RunSummary> page = runs.list(PAGE, null); !page.isEmpty(); page = runs.list(PAGE, before)) {
            for (RunSummary run : page) {
                RunAudit audit = runs.audit(run.id(), null);
                if (!audit.sound()) {
                    unsound.add(audit);
                }
                before = run.id();
                count++;
            }
        }
        return new Restored(files, count, unsound);
    }

    private static Refusal refused(String found, String advice, @Nullable Exception cause) {
        return new Refusal(new Reason.NotRestored(found, advice), cause);
    }
}
