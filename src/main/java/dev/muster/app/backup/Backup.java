package dev.muster.app.backup;

import dev.muster.app.config.DataFolder;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.file.OwnerOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a data folder into an archive while a server works with it. */
@ApplicationScoped
public class Backup {
    /** The store itself, which is copied in its own way, and what belongs to processes that are at work, and code. */
    static final String NOT_KEPT = "muster\\.db.*|.*\\.lock|sqlite-.*sqlitejdbc.*|lib|\\.restoring";

    private final DataFolder folder;
    private final StoreCopy store;
    private final InstantSource clock;
    private final boolean elsewhere;

    Backup(DataFolder folder, StoreCopy store, InstantSource clock, MusterConfig config) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
        this.elsewhere = config.database().isPresent();
    }

    /**
     * What was written.
     *
     * @param leftOut what was not, and why
     */
    public record Written(long files, long bytes, List<String> leftOut) {
        public Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Writes the archive.
     *
     * @throws Refusal where it cannot be written; then nothing is
     */
    public Written write(Path file) {
        Path target = file.toAbsolutePath().normalize();
        check(target);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path copy = target.resolveSibling(target.getFileName() + ".db");
        try {
            try {
                OwnerOnly.newFile(copy);
                OwnerOnly.newFile(part);
                store.copyTo(copy);
                Written written = write(part, copy);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return written;
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw refused("The backup cannot be written: " + e, "See that there is room, and who may write there.", e);
        }
    }

    private void check(Path target) {
        if (elsewhere) {
            throw refused(
                    "Plans and runs are kept in the database that MUSTER_DATABASE names, not in the data folder.",
                    "Back it up with pg_dump, and keep the folder runs of each server's data folder and operator.yaml;"
                            + " docs/operating.md has the steps.",
                    null);
        }
        if (!Files.isRegularFile(folder.path().resolve("muster.db"))) {
            throw refused(
                    "There is nothing to back up in " + folder.path() + ".",
                    "Name the data folder with --data or MUSTER_DATA.",
                    null);
        }
        if (Files.exists(target)) {
            throw refused(target + " is there already.", "Name another file; no backup is written over.", null);
        }
        if (target.startsWith(folder.path())) {
            throw refused(
                    target + " is in the data folder itself.", "Name a file elsewhere, best on another disk.", null);
        }
    }

    /** The store comes first: a run that goes on meanwhile then has more files than events, never the other way round. */
    private Written write(Path part, Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.file(copy, Restore.STORE);
            archive.below(folder.path(), name -> !name.matches(NOT_KEPT));
            Manifest manifest = archive.finish(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            channel.force(true);
            return new Written(manifest.files(), manifest.bytes(), archive.leftOut());
        }
    }

    private static Refusal refused(String found, String advice, @Nullable Exception cause) {
        return new Refusal(new StoreReason.NotBackedUp(found, advice), cause);
    }
}
