package dev.muster.app.backup;

import dev.muster.app.config.DataFolder;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.config.ServerLock;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.app.runs.LocalRuns;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunSummary;
import dev.muster.file.OwnerOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a data folder out of an archive. */
@ApplicationScoped
public class Restore {
    static final String STORE = "muster.db";

    /** What a volume of its own has, and what this very process makes. */
    private static final String NOTHING = "lost\\+found|.*\\.lock";

    private static final int PAGE = 500;

    private final DataFolder folder;
    private final ServerLock lock;
    private final Supplier<LocalRuns> runs;
    private final boolean elsewhere;

    @Inject
    Restore(DataFolder folder, ServerLock lock, LocalRuns runs, MusterConfig config) {
        this(folder, lock, () -> runs, config.database().isPresent());
    }

    Restore(DataFolder folder, ServerLock lock, Supplier<LocalRuns> runs, boolean elsewhere) {
        this.folder = folder;
        this.lock = lock;
        this.runs = runs;
        this.elsewhere = elsewhere;
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
     * @param links whether symbolic links are restored too
     * @throws Refusal where the folder is in use or not empty, or the archive is damaged; then nothing is restored
     */
    public Restored restore(Path file, boolean links) {
        if (elsewhere) {
            throw refused(
                    "MUSTER_DATABASE names a database, and a backup is one of a data folder.",
                    "Restore without it; what pg_dump wrote is restored with psql or pg_restore.",
                    null);
        }
        if (lock.server() != null) {
            lock.take(); // which says who has the folder
        }
        checkEmpty();
        try (ArchiveReader archive = new ArchiveReader(file, links)) {
            archive.verify(room());
            lock.take();
            checkEmpty();
            move(archive);
            return audited(archive.contents().files());
        } catch (BrokenArchiveException e) {
            throw refused(
                    file + " is no backup that could be restored: " + e.getMessage() + ".", "Take another one.", e);
        } catch (IOException e) {
            throw refused("The backup cannot be restored: " + e, "See that it is there, and that there is room.", e);
        }
    }

    /** How many bytes fit to where the folder is, or will be. */
    private long room() throws IOException {
        Path there = folder.path();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent()); // the root is always there
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    private void checkEmpty() {
        Path path = folder.path();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(path.resolve(DataFolder.UNPROVEN), LinkOption.NOFOLLOW_LINKS)) {
            throw refused(
                    "A restore into " + path + " was interrupted: " + DataFolder.UNPROVEN + " is there.",
                    "Remove all that is in the folder, and restore again.",
                    null);
        }
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
    private void move(ArchiveReader archive) throws IOException, BrokenArchiveException {
        Path unproven = OwnerOnly.folder(folder.path().resolve(DataFolder.UNPROVEN));
        try {
            archive.extractTo(unproven);
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
        LocalRuns records = runs.get();
        List<RunAudit> unsound = new ArrayList<>();
        long count = 0;
        String before = null;
        for (List<RunSummary> page = records.list(PAGE, null); !page.isEmpty(); page = records.list(PAGE, before)) {
            for (RunSummary run : page) {
                RunAudit audit = records.audit(run.id(), null);
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
        return new Refusal(new StoreReason.NotRestored(found, advice), cause);
    }
}
