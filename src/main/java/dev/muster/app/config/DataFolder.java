package dev.muster.app.config;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.file.OwnerOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where Muster keeps what must not be lost. */
@ApplicationScoped
public class DataFolder {
    /** Where a restore puts files until all of them are there. */
    public static final String UNPROVEN = ".restoring";

    private static final Logger LOG = Logger.getLogger(DataFolder.class);

    private final Path path;
    private boolean closed;

    @Inject
    DataFolder(MusterConfig config) {
        this(config.data());
    }

    DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /**
     * The folder, made where it is not there yet, and closed to others.
     *
     * @throws Refusal where nothing can be written to it
     */
    public Path writable() {
        try {
            OwnerOnly.folder(path);
        } catch (IOException e) {
            throw outOfReach("the folder cannot be made (" + e.getMessage() + ").", e);
        }
        if (!Files.isWritable(path)) {
            throw outOfReach("the folder cannot be written to.", StoreReason.Obstacle.READ_ONLY, null);
        }
        if (Files.exists(path.resolve(UNPROVEN), LinkOption.NOFOLLOW_LINKS)) {
            throw outOfReach(
                    "a restore into it was interrupted, or is going on. If none is, remove all that is in it and restore again.",
                    null);
        }
        close();
        return path;
    }

    private synchronized void close() {
        if (!closed) {
            List<String> open = ClosedFolder.close(path);
            if (!open.isEmpty()) {
                LOG.warn("Others may see what is kept here, and cannot be kept from it: " + String.join("; ", open));
            }
            closed = true;
        }
    }

    public Refusal outOfReach(String why, @Nullable Exception cause) {
        return outOfReach(why, StoreReason.Obstacle.AWAY, cause);
    }

    public Refusal outOfReach(String why, StoreReason.Obstacle obstacle, @Nullable Exception cause) {
        return new Refusal(new StoreReason.StoreOutOfReach(path.toString(), why, obstacle), cause);
    }
}
